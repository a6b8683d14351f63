interface Lock {
  release(): Promise<void>
}
/** Not in the types of every browser that this is built for. */
const wakeLock = () => (navigator as { wakeLock?: { request(kind: 'screen'): Promise<Lock> } }).wakeLock

const reasons = new Set<string>()
let lock: Promise<Lock | undefined> | undefined

export function keepAwake(reason: string, on: boolean): void {
  if (on) reasons.add(reason)
  else reasons.delete(reason)
  settle()
}

function settle(): void {
  const wanted = reasons.size > 0 && document.visibilityState === 'visible'
  if (wanted && !lock)
    lock = wakeLock()
      ?.request('screen')
      .catch(() => undefined)
  if (wanted || !lock) return
  const held = lock
  lock = undefined
  void held.then(it => it?.release()).catch(() => undefined)
}

// A browser takes the lock away from a page that is hidden.
document.addEventListener('visibilitychange', settle)
