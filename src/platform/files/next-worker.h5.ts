/** Waits, milliseconds at most, until another service worker has taken over. @returns whether it has */
export function nextWorker(patience: number): Promise<boolean> {
  return new Promise(resolve => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), patience)
  })
}
