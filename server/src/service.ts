import type pg from 'pg'
import type { Actors } from './auth/actors'
import type { Keys } from './auth/keys'
import type { Config } from './config'
import type { Database } from './database/pool'
import type { Rooms } from './features/rooms/rooms'
import type { OwnFeed } from './feed/own-feed'

/** What routes work with. */
export interface Service {
  config: Config
  db: Database
  /** What `db` draws its connections from, to be counted. */
  pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount' | 'options'>
  keys: Keys
  feed: OwnFeed
  actors: Actors
  rooms: Rooms
  /** Milliseconds since the epoch. */
  now: () => number
  /** Names of migrations not applied yet. */
  pending: () => Promise<string[]>
}
