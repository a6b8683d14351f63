import { Stopped, stopSignal } from '../../server/src/stop'

/** SIGHUP is a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const LOOK_MS = 500

/**
 * As {@link stopSignal}, and also when npm is gone: the shell between npm and us passes no signals on. Whoever asks again
 * while it ends wants it at once.
 */
export function stopAsked(): AbortSignal {
  let askedAt = 0
  for (const signal of SIGNALS)
    process.on(signal, () => {
      // One Ctrl+C can arrive twice, from the terminal and from npm.
      if (askedAt && Date.now() - askedAt > LOOK_MS) process.exit(1)
      askedAt ||= Date.now()
    })
  // A closed terminal takes no more words; that must not be what ends us.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined)
  const asked = stopSignal(SIGNALS)
  return process.env.npm_lifecycle_event ? AbortSignal.any([asked, parentGone()]) : asked
}

function parentGone(): AbortSignal {
  const controller = new AbortController()
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    controller.abort(new Stopped())
  }, LOOK_MS)
  look.unref()
  return controller.signal
}
