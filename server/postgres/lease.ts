import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OWN_MARK, pidOf, runs } from './process-mark'

/** Stopping takes fourteen seconds at most; a note that stands longer is of a process that hangs or is not what it says. */
const LEAVING_MS = 15_000

/** Clusters that this process uses. */
const held = new Set<string>()

/** Whether this process uses the cluster. */
export const holdsLease = (home: string) => held.has(home)

/**
 * Says that this process uses the cluster: the last to leave stops it, and one that was killed does not count. Waits for
 * one that is stopping it just now, `patience` milliseconds at most: a server that ends under its users is brought up again.
 * `stop` gives the waiting up, and the lease: throws the signal's reason.
 */
export async function takeLease(home: string, stop?: AbortSignal, patience = LEAVING_MS): Promise<void> {
  held.add(home)
  note(home, 'users')
  try {
    const deadline = performance.now() + patience
    while (isUsed(home, 'leaving') && performance.now() < deadline) {
      stop?.throwIfAborted()
      await sleep(20)
    }
    stop?.throwIfAborted()
  } catch (error) {
    held.delete(home)
    remove(home, 'users')
    throw error
  }
}

/** Gives the lease back. When nobody else uses the cluster, `stop` is run, and whoever comes meanwhile waits for its end. */
export async function leaveLease(home: string, stop: () => Promise<void>): Promise<void> {
  held.delete(home)
  remove(home, 'users')
  if (isUsed(home, 'users')) return
  // Said before looking again: of two at the same moment, one sees the other.
  note(home, 'leaving')
  try {
    if (!isUsed(home, 'users')) await stop()
  } finally {
    remove(home, 'leaving')
  }
}

function note(home: string, kind: 'users' | 'leaving'): void {
  fs.mkdirSync(path.join(home, kind), { recursive: true })
  fs.writeFileSync(path.join(home, kind, String(process.pid)), OWN_MARK)
}

const remove = (home: string, kind: 'users' | 'leaving') =>
  fs.rmSync(path.join(home, kind, String(process.pid)), { force: true })

/** Whether a process that has said so still runs; the notes of others are cleared away. */
function isUsed(home: string, kind: 'users' | 'leaving'): boolean {
  const dir = path.join(home, kind)
  if (!fs.existsSync(dir)) return false
  const notes = fs.readdirSync(dir)
  const gone = notes.filter(name => !runs(markIn(path.join(dir, name), name)))
  for (const name of gone) fs.rmSync(path.join(dir, name), { force: true })
  return gone.length < notes.length
}

/** Its mark; of a note without one, as older versions left them and as it is for a moment, the process id that names it. */
function markIn(file: string, name: string): string {
  try {
    const mark = fs.readFileSync(file, 'utf8')
    return pidOf(mark) === undefined ? name : mark
  } catch {
    return name
  }
}
