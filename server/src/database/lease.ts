import fs from 'node:fs'
import path from 'node:path'

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

/** Says that this process uses the cluster: the last to leave stops it, and one that was killed does not count. */
export function takeLease(home: string): void {
  fs.mkdirSync(path.join(home, 'users'), { recursive: true })
  fs.writeFileSync(path.join(home, 'users', String(process.pid)), '')
}

/** Gives the lease back; true when nobody else uses the cluster. */
export function leaveLease(home: string): boolean {
  const dir = path.join(home, 'users')
  let others = 0
  for (const name of fs.readdirSync(dir)) {
    const pid = Number(name)
    if (pid !== process.pid && alive(pid)) others += 1
    else fs.rmSync(path.join(dir, name), { force: true })
  }
  return others === 0
}
