/**
 * Takes away what was painted before the app, in the next frame: Taro's elements are laid out as blocks from their first frame
 * on, which they asked for when they came. Before it the page would lie in one heap.
 */
export function endFirstPaint(): void {
  requestAnimationFrame(() => document.getElementById('first-paint')?.remove())
}
