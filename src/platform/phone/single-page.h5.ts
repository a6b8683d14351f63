export function inSinglePage(): boolean {
  return false
}
