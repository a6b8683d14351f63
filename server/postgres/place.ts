import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { OWN_MARK, runs } from './process-mark'

/** Whom PostgreSQL runs as: it refuses to run as root. Undefined: as we do. */
export interface User {
  uid: number
  gid: number
}

/** As root, an unprivileged account of this machine; as an ordinary user, undefined. Throws Error when there is none. */
export function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find(line => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    'PostgreSQL 不能以 root 运行，而这台机器没有 postgres 或 nobody 账户；请换普通用户或设置 DATABASE_URL',
  )
}

/** An empty folder in `home` to make something in before it is moved to its place; its name says which process makes it. */
export function halfMade(home: string): string {
  return fs.mkdtempSync(path.join(home, `new-${OWN_MARK.replace(' ', '_')}_`))
}

/** In a folder whose name does not say so, as older versions made it, nobody works any more after so many milliseconds. */
const LONG_AGO_MS = 600_000

/** Clears away what processes that were killed have left half made in `home`. What cannot be removed is left to the next start. */
export function sweepHalfMade(home: string): void {
  for (const name of fs.readdirSync(home)) {
    const file = path.join(home, name)
    try {
      // An initdb may have outlived who started it and still be writing there; it ends when its files are gone.
      if (isLeft(file)) fs.rmSync(file, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    } catch {
      // Another that starts just now may be clearing it away too.
    }
  }
}

function isLeft(file: string): boolean {
  const [found, pid, began] = /^new-(?:(\d+)_([^_]+)_.*|[A-Za-z0-9]{6})$/.exec(path.basename(file)) ?? []
  if (found === undefined) return false
  return pid === undefined ? Date.now() - fs.statSync(file).mtimeMs > LONG_AGO_MS : !runs(`${pid} ${began}`)
}

/** Writes a secret of mode 0600, all of it or none: a full disk must not leave an empty one that then counts as made. */
export function writeWhole(file: string, text: string): void {
  const half = `${file}.${process.pid}`
  try {
    fs.writeFileSync(half, text, { mode: 0o600 })
    // Linked, not renamed: of two processes that start at once the second takes what the first has made.
    fs.linkSync(half, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(half, { force: true })
  }
}

/** Moves a folder to its place. Of two processes that have made one at once the second goes on with what the first has made. */
export function moveUnlessThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    fs.rmSync(from, { recursive: true, force: true })
  }
}

/** Whether others may pass through every folder on the way to `dir`. */
export function reachable(dir: string): boolean {
  for (let at = path.resolve(dir); at !== path.dirname(at); at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

/** Any account gets there, and what lies there outlasts a restart of the machine. */
export const OUTSIDE = '/var/tmp'

/** Where the cluster lives: in `dir`, or, when the unprivileged user cannot get there, in a folder of its own in {@link OUTSIDE}. */
export function clusterHome(dir: string, user: User | undefined): string {
  const own = path.resolve(dir, 'postgres')
  if (!user || reachable(path.dirname(own))) return own
  const name = crypto.createHash('sha256').update(own).digest('hex').slice(0, 12)
  return path.join(OUTSIDE, `e-dangshi-${name}`)
}
