import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { alive } from './process-mark'

/** Clusters that this process uses. */
const held = new Set<string>()

/** Whether this process uses the cluster. */
export const holdsLease = (home: string) => held.has(home)

/**
 * Says that this process uses the cluster: the last to leave stops it, and one that was killed does not count. Waits for
 * one that is stopping it just now.
 */
export async function takeLease(home: string): Promise<void> {
  held.add(home)
  note(home, 'users')
  while (living(home, 'leaving').length > 0) await sleep(20)
}

/** Gives the lease back. When nobody else uses the cluster, `stop` is run, and whoever comes meanwhile waits for its end. */
export async function leaveLease(home: string, stop: () => Promise<void>): Promise<void> {
  held.delete(home)
  remove(home, 'users')
  if (living(home, 'users').length > 0) return
  // Said before looking again: of two at the same moment, one sees the other.
  note(home, 'leaving')
  try {
    if (living(home, 'users').length === 0) await stop()
  } finally {
    remove(home, 'leaving')
  }
}

function note(home: string, kind: 'users' | 'leaving'): void {
  fs.mkdirSync(path.join(home, kind), { recursive: true })
  fs.writeFileSync(path.join(home, kind, String(process.pid)), '')
}

const remove = (home: string, kind: 'users' | 'leaving') =>
  fs.rmSync(path.join(home, kind, String(process.pid)), { force: true })

/** Processes that have said so and still run; the notes of others are cleared away. */
function living(home: string, kind: 'users' | 'leaving'): number[] {
  const dir = path.join(home, kind)
  if (!fs.existsSync(dir)) return []
  const pids = fs.readdirSync(dir).map(Number)
  for (const pid of pids) if (!alive(pid)) fs.rmSync(path.join(dir, String(pid)), { force: true })
  return pids.filter(alive)
}
