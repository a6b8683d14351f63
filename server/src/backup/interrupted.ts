const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** As a shell says of a command that SIGINT ended. */
const INTERRUPTED = 130

/**
 * Has `drop` take away what `work` has made when a signal ends the process meanwhile; otherwise that is `work`'s own matter. Once a
 * signal has come, nothing is answered any more.
 */
export async function droppedOnSignal<T>(drop: () => void | Promise<void>, work: () => Promise<T>): Promise<T> {
  let ending = false
  const stop = async () => {
    ending = true
    await drop()
    process.exit(INTERRUPTED)
  }
  SIGNALS.forEach(it => process.once(it, stop))
  try {
    return await work()
  } finally {
    if (ending) await new Promise<never>(() => undefined)
    SIGNALS.forEach(it => process.off(it, stop))
  }
}
