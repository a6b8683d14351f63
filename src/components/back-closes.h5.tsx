/** On the web whatever is modal is closed so (platform/page/back-guard.h5.ts). */
export function BackCloses(): null {
  return null
}
