/** A service with a database of its own in the one PostgreSQL of the test run. */
import crypto from 'node:crypto'
import { Writable } from 'node:stream'
import type { LogEvent } from 'kysely'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { type App, buildApp } from '../../server/src/app'
import { Actors } from '../../server/src/auth/actors'
import type { Keys } from '../../server/src/auth/keys'
import { readConfig } from '../../server/src/config'
import type { Migration } from '../../server/src/database/migrate'
import type { Connection } from '../../server/src/database/pool'
import type { Role } from '../../domain/contract/roles'
import type { OwnFeed } from '../../server/src/feed/own-feed'
import { questionsOf } from '../../server/src/features/rooms/questions'
import { Rooms } from '../../server/src/features/rooms/rooms'
import type { Service } from '../../server/src/service'
import { freshDatabase } from './cluster'
import { testFeed } from './feed'

export const KEYS: Keys = { jwt: 'j'.repeat(32), pepper: 'p'.repeat(32) }
export const TENANT = 't'

export interface World {
  app: App
  service: Service
  connection: Connection
  /** Everything logged so far. */
  logged: () => string
  /** Moves the service's clock, milliseconds. */
  pass: (ms: number) => void
  url: string
  close: () => Promise<void>
}

export async function world(
  options: {
    env?: Record<string, string>
    feed?: OwnFeed
    onQuery?: (event: LogEvent) => void
    migrations?: readonly Migration[]
  } = {},
): Promise<World> {
  const { connection, url, drop } = await freshDatabase(options.onQuery, options.migrations)
  const began = Date.now()
  let moved = 0
  const now = () => began + moved
  let log = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString()
      done()
    },
  })
  const config = readConfig({ LOG_LEVEL: 'debug', ...options.env })
  const service: Service = {
    config,
    db: connection.db,
    pool: connection.pool,
    keys: KEYS,
    feed: options.feed ?? testFeed(),
    actors: new Actors(connection.db, now),
    now,
    pending: async () => [],
    rooms: new Rooms({ find: questionsOf('dist/feed'), now }),
  }
  const app = await buildApp(service, { stream })
  return {
    app,
    service,
    connection,
    url,
    logged: () => log,
    pass: ms => {
      moved += ms
    },
    close: async () => {
      await app.close()
      await service.rooms.close()
      await drop()
    },
  }
}

/** District d with units u1 (branches b1, b2) and u2 (b3), and district x of the same tenant's sibling root. */
export async function plantTree({ connection }: World): Promise<void> {
  const { pool } = connection
  for (const [id, parent, type, at] of [
    ['d', null, 'district', '/d/'],
    ['u1', 'd', 'committee', '/d/u1/'],
    ['u2', 'd', 'committee', '/d/u2/'],
    ['b1', 'u1', 'branch', '/d/u1/b1/'],
    ['b2', 'u1', 'branch', '/d/u1/b2/'],
    ['b3', 'u2', 'branch', '/d/u2/b3/'],
    ['x', null, 'district', '/x/'],
    ['bx', 'x', 'branch', '/x/bx/'],
  ] as const) {
    await pool.query(
      'insert into org (tenant_id, org_id, parent_id, type, name, path) values ($1, $2, $3, $4, $5, $6)',
      [TENANT, id, parent, type, `组织${id}`, at],
    )
  }
}

/** {@link plantTree} with a secretary of b1, an administrator of u1 and the district's supervisor, all of them members of b1. */
export async function plantOffices(w: World): Promise<Record<'secretary' | 'unit' | 'supervisor', Person>> {
  await plantTree(w)
  return {
    secretary: await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] }),
    unit: await person(w, 'b1', '单位甲', { roles: [['unit_admin', 'u1']] }),
    supervisor: await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] }),
  }
}

export interface Person {
  id: string
  token: string
}

/** A consenting member of the branch, signed in. */
export async function person(
  world: World,
  branch: string,
  name: string,
  options: { roles?: [Role, string][]; consent?: boolean; last4?: string } = {},
): Promise<Person> {
  const { connection } = world
  const id = crypto.randomUUID()
  const consent = options.consent === false ? null : CONSENT_VERSION
  await connection.pool.query(
    `insert into member (tenant_id, member_id, branch_id, name, consent_version, last4_hmac) values ($1, $2, $3, $4, $5, $6)`,
    [TENANT, id, branch, name, consent, options.last4 ?? null],
  )
  await connection.pool.query('insert into member_move values ($1, $2, $3, $4)', [TENANT, id, new Date(0), branch])
  for (const [role, org] of options.roles ?? []) {
    await connection.pool.query('insert into role_grant values ($1, $2, $3, $4)', [TENANT, id, role, org])
  }
  return { id, token: await signIn(world, TENANT, id) }
}

/** An access token of a login of the member that has just begun. */
export async function signIn({ app, connection, service }: World, tenant: string, member: string): Promise<string> {
  const at = new Date(service.now())
  const login = crypto.randomUUID()
  await connection.pool.query(
    `insert into login (tenant_id, login_id, member_id, began_at, proved_at, traded_at) values ($1, $2, $3, $4, $4, $4)`,
    [tenant, login, member, at],
  )
  return app.jwt.sign({ sub: member, t: tenant, v: 1, l: login })
}

/** A new idempotency key, as a phone makes one. */
export const newKey = () => ({ form: crypto.randomUUID() })

/** Calls the service as somebody; the answer's body is read as JSON when it is. */
export async function call(
  { app }: World,
  who: Person | string | undefined,
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const token = typeof who === 'string' ? who : who?.token
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const json = /json/.test(String(response.headers['content-type'])) ? response.json() : undefined
  return { status: response.statusCode, json, raw: response.rawPayload, headers: response.headers }
}
