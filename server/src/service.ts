import type { Actors } from './auth/actors'
import type { Keys } from './auth/keys'
import type { Config } from './config'
import type { Database } from './database/pool'
import type { OwnFeed } from './feed/own-feed'

/** What routes work with. */
export interface Service {
  config: Config
  db: Database
  keys: Keys
  feed: OwnFeed
  actors: Actors
  /** Milliseconds since the epoch. */
  now: () => number
  /** Names of migrations not applied yet. */
  pending: () => Promise<string[]>
}
