export function endFirstPaint(): void {
  document.getElementById('first-paint')?.remove()
}
