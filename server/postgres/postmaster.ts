import fs from 'node:fs'
import path from 'node:path'
import { alive } from './process-mark'

/** The server process of a data folder, as its postmaster.pid names it. */
export interface Postmaster {
  pid: number
  port: number
}

const fileOf = (data: string) => path.join(data, 'postmaster.pid')

/** Lines of postmaster.pid: process id, data folder, start, port. The process may have ended. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(fileOf(data), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : undefined
  } catch {
    return undefined
  }
}

/** The server of the folder while it runs; a stranger that was given its process id is none. */
export function livingPostmaster(data: string): Postmaster | undefined {
  const named = readPostmaster(data)
  return named && alive(named.pid) && worksIn(named.pid, data) !== false ? named : undefined
}

/** Whether it is proved that the process is the server of the folder; undefined where the system says nothing about others. */
export function worksIn(pid: number, data: string): boolean | undefined {
  try {
    const [cwd, folder] = [fs.statSync(`/proc/${pid}/cwd`), fs.statSync(data)]
    return cwd.dev === folder.dev && cwd.ino === folder.ino
  } catch (error) {
    if (!fs.existsSync('/proc/self/stat')) return undefined
    // In a container root may not look at the folders of others' processes; how they were started it may.
    return (error as NodeJS.ErrnoException).code === 'EACCES' && startedWith(pid, data)
  }
}

function startedWith(pid: number, data: string): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  } catch {
    return false
  }
}

/** PostgreSQL does not start while a process of its account has the id in the file, whatever that process is. */
export function dropStrangersFile(data: string): void {
  const named = readPostmaster(data)
  if (named && alive(named.pid) && worksIn(named.pid, data) === false) fs.rmSync(fileOf(data), { force: true })
}
