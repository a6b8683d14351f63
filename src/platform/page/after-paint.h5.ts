/** After the frame that is being made; a page that nobody sees makes none. */
export const afterPaint = (): Promise<void> =>
  document.hidden ? Promise.resolve() : new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
