import crypto from 'node:crypto'
import fs from 'node:fs'

/** Whether a process of this id runs (a zombie does not). */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

/** When a process began, in the kernel's ticks (proc(5), field 22 of stat); undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    // The name before the last bracket may hold anything; field 3 follows it.
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
  } catch {
    return undefined
  }
}

/** Names this process for others: its id and when it began, since ids are given anew after a while. */
export const OWN_MARK = `${process.pid} ${startOf(process.pid) ?? crypto.randomUUID()}`

/** The process id in a mark; undefined when there is none in it. */
export const pidOf = (mark: string): number | undefined => {
  const pid = Number(mark.split(' ')[0])
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * Whether the process that left the mark still runs, and not another one that has its id by now. A mark without a start,
 * as older versions left it, counts by the id; with our own id it is of somebody before us.
 */
export function runs(mark: string): boolean {
  const pid = pidOf(mark)
  if (pid === undefined) return false
  if (pid === process.pid) return mark === OWN_MARK
  if (!alive(pid)) return false
  const [, began] = mark.split(' ')
  const start = startOf(pid)
  return !began || !start || began === start
}
