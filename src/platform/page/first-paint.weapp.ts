export function endFirstPaint(): void {
  // WeChat shows a page once its first data are there.
}
