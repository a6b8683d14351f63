/** The real service with PostgreSQL and the small demo district, behind the address of the app. It can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import http from 'node:http'
import { after, before } from 'node:test'
import { SMALL } from '../../server/demo/district'
import { seedDemo } from '../../server/demo/seed'
import { readOwnFeed } from '../../server/src/feed/own-feed'
import { freshDatabase } from '../server/cluster'
import { KEYS } from '../server/support'
import { mountService, type Phone, press, top } from './phone'

/** Seen by the service as sent; in the order of arrival. */
export interface Seen {
  method: string
  path: string
  body: string
}

export interface RunningService {
  /** Its own address, without a slash at the end; changes with a restart. */
  address(): string
  /** What the phones have sent since the last look. */
  seen(): Seen[]
  /** `kill -9`, waited for. Phones find nobody there. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Drops the next `n` answers of this path after the service has done its work: the phone never hears. */
  loseAnswers(path: string, n: number): void
  /** The database, to look at what is stored. */
  query<T>(sql: string, values?: unknown[]): Promise<T[]>
}

export interface DemoService extends RunningService {
  /** Answers for the service at the address of the app. */
  listener: http.RequestListener
  /** Seeds the demo district as of `now`, milliseconds, and starts with that on its clock. */
  begin(now: number): Promise<void>
  end(): Promise<void>
}

/** Starts the service around the tests of a file, beside `useBrowser`. `now`: what its clock says then; else the real time. */
export function useService(now?: number): RunningService {
  const service = demoService()
  before(async () => {
    await service.begin(now ?? Date.now())
    mountService(service.listener)
  })
  after(() => service.end())
  return service
}

/** The service before it is started. */
export function demoService(): DemoService {
  let child: ChildProcess | undefined
  let address = ''
  let fresh: Awaited<ReturnType<typeof freshDatabase>> | undefined
  const seen: Seen[] = []
  let losing = { path: '', left: 0 }
  let shift = 0

  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', 'tests/browser/service-process.ts'], {
      env: {
        ...process.env,
        DATABASE_URL: fresh!.url,
        JWT_SECRET: KEYS.jwt,
        PEPPER: KEYS.pepper,
        CERTIFICATE_KEY: 'c5'.repeat(32),
        DEMO: '1',
        LOG_LEVEL: 'warn',
        CLOCK_SHIFT: String(shift),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const running = child
    address = await new Promise<string>((resolve, reject) => {
      running.stdout!.on('data', (chunk: Buffer) => {
        const found = /listening (\S+)/.exec(chunk.toString())
        if (found) resolve(found[1]!)
      })
      running.once('exit', code => reject(new Error(`the service exited with ${code}`)))
    })
  }
  const kill = async () => {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise(resolve => running.once('exit', resolve))
    running.kill('SIGKILL')
    await gone
  }

  const listener: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const path = request.url ?? ''
      seen.push({ method: request.method ?? '', path, body: body.toString() })
      const onward = http.request(`${address}${path}`, { method: request.method, headers: request.headers }, answer => {
        if (losing.left > 0 && path.startsWith(losing.path)) {
          losing.left -= 1
          answer.resume().once('end', () => response.destroy())
          return
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.once('error', () => response.destroy())
      })
      onward.once('error', () => response.destroy())
      onward.end(body)
    })
  }

  return {
    listener,
    begin: async now => {
      shift = now - Date.now()
      fresh = await freshDatabase()
      await seedDemo(fresh.connection, KEYS, readOwnFeed('dist/feed', 'content/ids.lock'), SMALL, now)
      await start()
    },
    end: async () => {
      await kill()
      await fresh?.drop()
    },
    address: () => address,
    seen: () => seen.splice(0),
    kill,
    restart: start,
    loseAnswers: (path, left) => {
      losing = { path, left }
    },
    query: async <T>(sql: string, values?: unknown[]) => (await fresh!.connection.pool.query(sql, values)).rows as T[],
  }
}

export type DemoPerson = 'member-1' | 'member-2' | 'secretary' | 'unit_admin' | 'supervisor' | 'organiser'

/** Steps into an invented person through the demo login page, as a person does. Ends on the account page. */
export async function logIn(phone: Pick<Phone, 'open' | 'page'>, id: DemoPerson): Promise<void> {
  await phone.open('/subpackages/account/demo/index')
  await press(phone.page, `demo-${id}`)
  await top(phone.page).locator('#account-name').waitFor()
}
