export function onNetworkBack(back: () => void): void {
  window.addEventListener('online', back)
}
