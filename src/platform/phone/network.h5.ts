export function onNetworkBack(back: () => void): void {
  window.addEventListener('online', back)
}

export function watchNetwork(tell: (connected: boolean) => void): void {
  const look = () => tell(navigator.onLine)
  look()
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
}
