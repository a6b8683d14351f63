import { Stopped } from '../../server/src/stop'

const LOOK_MS = 500

/**
 * Aborts, with {@link Stopped}, when this process is to end: Ctrl+C, SIGTERM, a terminal that is closed, or npm gone; the
 * shell between npm and us passes no signals on. Whoever asks again while it ends wants it at once.
 */
export function stopAsked(): AbortSignal {
  const controller = new AbortController()
  let askedAt = 0
  const stop = () => {
    // One Ctrl+C can arrive twice, from the terminal and from npm.
    if (askedAt && Date.now() - askedAt > LOOK_MS) process.exit(1)
    askedAt ||= Date.now()
    controller.abort(new Stopped())
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    const look = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(look)
      stop()
    }, LOOK_MS)
    look.unref()
  }
  // A closed terminal takes no more words; that must not be what ends us.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined)
  return controller.signal
}
