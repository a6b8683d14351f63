import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OWN_MARK, pidOf, runs } from '../../server/postgres/process-mark'

const LOOK_MS = 200
/** After so long a lock without a holder is a damaged one. */
const SAYS_ITS_HOLDER_MS = 2000

/**
 * Does `work` while no other process does work of this name in this checkout. One that was killed holds nothing.
 * @param waiting told once, with the process that is waited for
 */
export async function withLock<T>(
  root: string,
  name: string,
  waiting: (pid: number) => void,
  work: () => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const file = path.join(root, '.cache/build', `${name}.lock`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    const holder = pidOf(markIn(file))
    if (holder !== undefined && !told) {
      told = true
      waiting(holder)
    }
    await sleep(LOOK_MS, undefined, { signal: stop })
  }
  // A stop ends the process before `finally` could.
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function take(file: string): boolean {
  if (isStale(file)) dropStale(file)
  try {
    fs.writeFileSync(file, OWN_MARK, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The mark of the process that holds the lock; empty when it has just been taken and does not say so yet. */
function markIn(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether its holder has ended, or the machine was started anew since. */
function isStale(file: string): boolean {
  const there = fs.statSync(file, { throwIfNoEntry: false })
  if (!there) return false
  const mark = markIn(file)
  // Of a lock from the future the clock was set back.
  if (pidOf(mark) === undefined) return Math.abs(Date.now() - there.mtimeMs) > SAYS_ITS_HOLDER_MS
  return there.mtimeMs < Date.now() - os.uptime() * 1000 || !runs(mark)
}

/** Two may see the same stale lock; whoever comes second must not take away the first one's new lock. */
function dropStale(file: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (!isStale(aside)) fs.copyFileSync(aside, file, fs.constants.COPYFILE_EXCL)
  } catch {
    // Somebody else was quicker.
  }
  fs.rmSync(aside, { force: true })
}
