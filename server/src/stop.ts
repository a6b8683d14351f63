/** The start was given up because the process was asked to stop. */
export class Stopped extends Error {
  override name = 'Stopped'
  constructor() {
    super('已停止')
  }
}

/** Aborts, with {@link Stopped}, when this process is asked to stop: Ctrl+C or SIGTERM. Asking again changes nothing. */
export function stopSignal(signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM']): AbortSignal {
  const controller = new AbortController()
  for (const signal of signals) process.on(signal, () => controller.abort(new Stopped()))
  return controller.signal
}
