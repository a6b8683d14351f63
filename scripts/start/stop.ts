import fs from 'node:fs'
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
  const shell = process.ppid
  const npm = parentOfShell(shell)
  const look = setInterval(() => {
    // Of an npm that was killed the shell stays, and with it what it waits for.
    if (process.ppid === shell && parentOfShell(shell) === npm) return
    clearInterval(look)
    controller.abort(new Stopped())
  }, LOOK_MS)
  look.unref()
  return controller.signal
}

/**
 * The parent of a shell (proc(5), fields 2 and 4 of stat); undefined of anything else, as where the shell has become what it runs and
 * npm itself is the parent: a terminal may be closed over that. Undefined, too, where the system does not say.
 */
function parentOfShell(pid: number): string | undefined {
  try {
    const [, parent] = /^\d+ \(\w*sh\) \w (\d+) /.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return parent
  } catch {
    return undefined
  }
}
