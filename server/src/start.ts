import fs from 'node:fs'
import path from 'node:path'
import { type App, buildApp } from './app'
import { Actors } from './auth/actors'
import { loadKeys } from './auth/keys'
import { type Config, requireDatabase } from './config'
import { startEmbedded } from '../postgres/embedded'
import { inWords } from '../../domain/text/failure'
import { OldSchemaError, migrate, pendingMigrations } from './database/migrate'
import { type Connection, connect } from './database/pool'
import { FULL, SMALL } from '../demo/district'
import { hasDemo, seedDemo } from '../demo/seed'
import { type OwnFeed, readOwnFeed } from './feed/own-feed'
import { startWorker } from './features/reports/worker'
import { questionsOf } from './features/rooms/questions'
import { Rooms } from './features/rooms/rooms'
import type { Service } from './service'

export interface Started {
  app: App
  service: Service
  /** Ends requests in progress, then the worker, the pool and the database that was started here. */
  close(): Promise<void>
}

interface Heard {
  /** Hears of connections that break. */
  onError?: (error: Error) => void
  /** Hears why a PostgreSQL of one's own does not come up again. */
  onDown?: (error: Error) => void
  /** Gives the start of a PostgreSQL of one's own up. */
  stop?: AbortSignal
}

/**
 * Opens the database: DATABASE_URL, or for the demo a PostgreSQL of one's own whose schema is kept up to date by itself.
 * Throws Error when neither is asked for, and the signal's reason when `stop` gives that up.
 */
export async function openDatabase(
  config: Config,
  { onError = () => undefined, onDown, stop }: Heard = {},
): Promise<Connection & { embedded: boolean }> {
  requireDatabase(config)
  if (config.databaseUrl) return { ...connect(config.databaseUrl, config.poolSize, onError), embedded: false }
  fs.mkdirSync(path.resolve(config.dataDir), { recursive: true })
  const own = await startEmbedded(config.dataDir, { stop, onDown })
  const connection = connect(own.url, config.poolSize, onError)
  const close = async () => {
    await connection.close()
    await own.stop()
  }
  try {
    await migrate(connection.pool).catch(async (error: Error) => {
      if (!(error instanceof OldSchemaError) || !(await isAllInvented(connection.pool))) throw error
      await connection.pool.query('drop schema public cascade; create schema public')
      await migrate(connection.pool)
    })
  } catch (error) {
    await close()
    throw error
  }
  return { ...connection, close, embedded: true }
}

/** In one's own network every phone has an address of its own; some are handed on to people without one. */
const NAMES_OF_PHONE = 10

/**
 * The rooms of this process, kept beside its own data.
 * @param address what phones in the same network open @param folder of its own, where several processes share the data
 */
export const roomsOf = ({ dataDir, feedDir }: Config, address?: string, folder = ''): Rooms =>
  new Rooms({
    dir: path.join(dataDir, 'rooms', folder),
    find: questionsOf(feedDir),
    ...(address !== undefined && { address, namesOfAddress: NAMES_OF_PHONE }),
  })

/** Whether nobody in the database is real: a demo district can be made again. */
async function isAllInvented(pool: Connection['pool']): Promise<boolean> {
  const { rows } = await pool.query('select count(*) filter (where not demo) as real from org')
  return rows[0].real === 0
}

/**
 * Brings the service up without listening. Throws Error that says what is missing. `given`: a feed other than the
 * configuration's. `stop` gives the start up, also in the middle of the demo district, which the next start then makes: throws
 * the signal's reason, with nothing left running. `onSeed` hears when that district is begun. `rooms`: those of another listener
 * that need no database; they are closed with the rest.
 */
export async function startService(
  config: Config,
  demo: 'full' | 'small' = 'full',
  given?: OwnFeed,
  stop?: AbortSignal,
  onSeed: () => void = () => undefined,
  rooms = roomsOf(config),
): Promise<Started> {
  // Before secrets are made for it.
  requireDatabase(config)
  const feed = given ?? readOwnFeed(config.feedDir, config.idsFile)
  const keys = loadKeys(config)
  let report: (error: Error, what: string) => void = () => undefined
  const connection = await openDatabase(config, {
    onError: error => report(error, 'connection lost'),
    onDown: error => report(error, inWords(error)),
    stop,
  })
  try {
    stop?.throwIfAborted()
    if (config.demo && connection.embedded && !(await hasDemo(connection.pool))) {
      onSeed()
      await seedDemo(connection, keys, feed, demo === 'full' ? FULL : SMALL, Date.now(), stop)
    }
    stop?.throwIfAborted()
    const now = () => Date.now()
    let current = false
    const pending = async () => {
      const left = current ? [] : await pendingMigrations(connection.pool)
      current = left.length === 0
      return left
    }
    const service: Service = {
      config,
      db: connection.db,
      pool: connection.pool,
      keys,
      feed,
      now,
      pending,
      actors: new Actors(connection.db, now),
      rooms,
    }
    await rooms.restore()
    const app = await buildApp(service)
    report = (error, what) => app.log.warn({ code: (error as { code?: string }).code }, what)
    const worker = startWorker(connection.db, now, error => report(error, 'roll-up failed'))
    const close = async () => {
      await app.close()
      await rooms.close()
      await worker.stop()
      await connection.close()
    }
    return { app, service, close }
  } catch (error) {
    await connection.close()
    throw error
  }
}
