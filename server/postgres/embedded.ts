import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, copyBinaries, findBinaries } from './binaries'
import { holdsLease, leaveLease, takeLease } from './lease'
import { complaintIn } from './complaint'
import { type User, clusterHome, halfMade, moveUnlessThere, reachable } from './place'
import { sweepHalfMade, unprivileged, writeWhole } from './place'
import { type Postmaster, dropStrangersFile, livingPostmaster, readPostmaster, worksIn } from './postmaster'
import { alive } from './process-mark'

export interface Embedded {
  /** Connection address of the `postgres` database; other databases differ in the last part only. */
  url: string
  home: string
  pid: number
  /** Stops the server unless another process uses it. */
  stop(): Promise<void>
}

/** A data folder with what serves it. */
interface Cluster {
  binaries: Binaries
  home: string
  data: string
  password: string
  user?: User
}

const START_LIMIT_MS = 30_000
const WATCH_MS = 500
const RETRY_MS = 500

/** Clusters that this process keeps up, by their home. */
const watches = new Map<string, NodeJS.Timeout>()

/** Servers that took our password. */
const answered = new Set<number>()

/**
 * A real PostgreSQL in `<dir>/postgres`, on loopback only, with a random password kept in a file of mode 0600. As root it
 * runs as an unprivileged account. A server left over from a killed process is used again; after a crash PostgreSQL
 * recovers by itself, on the same port, so that running services find it again; `onDown` hears why when it cannot, once for
 * each reason. Throws Error with what to do when it cannot start, and the signal's reason when `stop` gives the start up.
 */
export async function startEmbedded(
  dir: string,
  { stop: given, onDown = () => undefined }: { stop?: AbortSignal; onDown?: (error: Error) => void } = {},
): Promise<Embedded> {
  const user = unprivileged()
  const home = clusterHome(dir, user)
  fs.mkdirSync(home, { recursive: true })
  await takeLease(home, given)
  const data = path.join(home, 'data')
  try {
    sweepHalfMade(home)
    const password = readPassword(home)
    let binaries = findBinaries()
    if (user && !reachable(binaries.bin)) binaries = copyBinaries(binaries, home)
    const cluster: Cluster = { binaries, home, data, password, user }
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise(cluster)
    const { port, pid } = await bringUp(cluster, undefined, given)
    // An initdb that outlived a killed start may have gone on writing while its folder was cleared away.
    sweepHalfMade(home)
    watch(cluster, port, onDown)
    return { url: urlOf(port, password), home, pid, stop: () => leaveLease(home, () => stop(data)) }
  } catch (error) {
    await leaveLease(home, () => stop(data))
    throw error
  }
}

const urlOf = (port: number, password: string) => `postgres://service:${password}@127.0.0.1:${port}/postgres`

function readPassword(home: string): string {
  const file = path.join(home, 'password')
  if (!fs.existsSync(file)) writeWhole(file, crypto.randomBytes(24).toString('hex'))
  return fs.readFileSync(file, 'utf8')
}

/** Makes the cluster beside its place and moves it there, so that a kill in between leaves nothing half made. */
function initialise({ binaries, home, data, password, user }: Cluster): void {
  const half = halfMade(home)
  const secret = path.join(half, 'pwfile')
  fs.writeFileSync(secret, password, { mode: 0o600 })
  if (user) for (const file of [half, secret]) fs.chownSync(file, user.uid, user.gid)
  const fresh = path.join(half, 'data')
  const args = ['-D', fresh, '-U', 'service', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale']
  const run = spawnSync(path.join(binaries.bin, 'initdb'), args, {
    ...user,
    cwd: '/',
    env: plainEnv(),
    encoding: 'utf8',
  })
  fs.rmSync(secret, { force: true })
  if (run.status !== 0) {
    fs.rmSync(half, { recursive: true, force: true })
    const why = run.error ?? complaintIn(run.stderr, data)
    if (why) throw why
    throw new Error(`内置 PostgreSQL 初始化失败：${(run.stderr || String(run.signal)).trim().slice(0, 500)}`)
  }
  moveUnlessThere(fresh, data)
  fs.rmSync(half, { recursive: true, force: true })
}

/** Its programs say in English what is wrong with the machine (complaint.ts). */
const plainEnv = () => ({ ...process.env, LC_ALL: 'C' })

/** Brings the server up again when it has died, as long as this process uses it. */
function watch(cluster: Cluster, port: number, onDown: (error: Error) => void): void {
  const { home, data } = cluster
  clearInterval(watches.get(home))
  let busy = false
  let told = ''
  const timer = setInterval(() => {
    if (!holdsLease(home)) return clearInterval(timer)
    if (busy || livingPostmaster(data)) return
    busy = true
    // One that cannot come up now is tried again: meanwhile requests are answered 503.
    void bringUp(cluster, port)
      .then(
        () => (told = ''),
        (error: Error) => {
          if (told !== String(error)) onDown(error)
          told = String(error)
        },
      )
      .finally(() => (busy = false))
  }, WATCH_MS)
  timer.unref()
  watches.set(home, timer)
}

async function bringUp(cluster: Cluster, samePort?: number, stop?: AbortSignal): Promise<Postmaster> {
  const { data, password } = cluster
  const deadline = Date.now() + START_LIMIT_MS
  // On a busy machine a start takes a while: another on top would only be in its way.
  let starting: Launch | undefined
  for (;;) {
    stop?.throwIfAborted()
    const running = livingPostmaster(data)
    if (running) {
      if (await answers(urlOf(running.port, password))) {
        answered.add(running.pid)
        return running
      }
    } else if (!starting || hasEnded(starting.child)) {
      const why = starting && whyEnded(cluster, starting)
      if (why) throw why
      if (starting) await sleep(RETRY_MS)
      dropStrangersFile(data)
      starting = launch(cluster, samePort ?? (await freePort()))
    }
    if (Date.now() > deadline) throw new Error(`内置 PostgreSQL 没有起来，原因见 ${logOf(cluster)}`)
    await sleep(100)
    // A server just launched writes its file at once; give it time before trying another.
    for (let i = 0; i < 20 && !readPostmaster(data); i++) await sleep(50)
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** The server's process id; undefined while it is away. */
export function postmasterPid({ home }: Embedded): number | undefined {
  return livingPostmaster(path.join(home, 'data'))?.pid
}

/** A server that was told to come up. */
interface Launch {
  child: ChildProcess
  /** Bytes that were in its log before. */
  logged: number
  /** Why its program could not be run. */
  error?: Error
}

const logOf = ({ home }: Cluster) => path.join(home, 'postgres.log')

/** What of the machine made a server end; undefined when it was something else, such as a port that is taken by now. */
function whyEnded(cluster: Cluster, { error, logged }: Launch): Error | undefined {
  return error ?? complaintIn(fs.readFileSync(logOf(cluster)).subarray(logged).toString(), cluster.data)
}

function launch(cluster: Cluster, port: number): Launch {
  const { binaries, data, user } = cluster
  const set = (name: string, value: string) => ['-c', `${name}=${value}`]
  const args = [
    ...['-D', data, '-p', String(port)],
    ...set('listen_addresses', '127.0.0.1'),
    ...set('unix_socket_directories', ''),
    ...set('max_connections', '60'),
    // The log must hold no statement and no key value: they are personal data.
    ...set('log_error_verbosity', 'terse'),
    ...set('log_min_error_statement', 'panic'),
    ...set('log_min_messages', 'fatal'),
  ]
  const out = fs.openSync(logOf(cluster), 'a', 0o600)
  const logged = fs.fstatSync(out).size
  try {
    // Detached: a Ctrl+C in the terminal must reach the service only, which drains before it stops the database.
    const child = spawn(path.join(binaries.bin, 'postgres'), args, {
      ...user,
      cwd: '/',
      env: plainEnv(),
      detached: true,
      stdio: ['ignore', out, out],
    })
    const started: Launch = { child, logged }
    child.once('error', error => (started.error = error))
    child.unref()
    return started
  } finally {
    fs.closeSync(out)
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function stop(data: string): Promise<void> {
  const running = livingPostmaster(data)
  // Only what is proved ours is sent a signal.
  if (!running || !(worksIn(running.pid, data) ?? answered.has(running.pid))) return
  // SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written. Where it cannot be, as on a disk that is full,
  // SIGQUIT ends at once, and the next start reads the log of what was: nothing that was told as done is lost.
  for (const [signal, patience] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', AT_ONCE_MS],
  ] as const) {
    process.kill(running.pid, signal)
    const until = performance.now() + patience
    while (alive(running.pid) && performance.now() < until) await sleep(50)
    if (!alive(running.pid)) return
  }
}

const FAST_MS = 8_000
/** PostgreSQL kills what does not hear it after five seconds. */
const AT_ONCE_MS = 6_000
