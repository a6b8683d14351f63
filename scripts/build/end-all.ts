import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { alive } from '../../server/postgres/process-mark'

const LOOK_MS = 50

/**
 * Asks a process to end and waits until it has, with all that it had started; what is left after `grace` milliseconds is killed:
 * a worker that turns in a circle hears neither a signal nor that its runner is gone.
 */
export async function endAll(pid: number, grace: number): Promise<void> {
  const all = [pid, ...descendantsOf(pid)]
  send(pid, 'SIGTERM')
  const until = performance.now() + grace
  while (all.some(alive) && performance.now() < until) await sleep(LOOK_MS)
  for (const it of all.filter(alive)) send(it, 'SIGKILL')
  while (all.some(alive) && performance.now() < until + grace) await sleep(LOOK_MS)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended.
  }
}

/** Processes that this one has started, and those that they have; none where the system does not say (no /proc). */
function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of fs.existsSync('/proc/self/stat') ? fs.readdirSync('/proc') : []) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const found = [pid]
  for (const parent of found) for (const [it, its] of parents) if (its === parent) found.push(it)
  return found.slice(1)
}

/** The fourth field of stat (proc(5)); the name before the last bracket may hold anything. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return undefined
  }
}
