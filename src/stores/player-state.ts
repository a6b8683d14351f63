import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMeta } from '@domain/catalog/types'
import type { SleepChoice, SleepTimer } from '@domain/progress/sleep-timer'

interface StartOptions {
  /** The phone's voice, though there may be a recording. */
  voice?: boolean
  /** The member has agreed to spend mobile data. */
  agreed?: boolean
  /** Second to begin at; without it, where it was left. */
  at?: number
  /** What follows at its end, before the queue. @returns whether anything does */
  then?: () => boolean
  /** The episode that it takes the place of, as the one after or before. */
  from?: string
}

/** What plays, and what can be done with it. */
export interface PlayerStore {
  episode?: EpisodeMeta
  /** `asking`: the data saver waits for a word before the file is fetched. */
  status: 'idle' | 'loading' | 'asking' | 'playing' | 'paused' | 'ended' | 'failed'
  /** What is heard: a file from somewhere, or the phone's own voice. */
  availability?: Availability
  /** Why it does not play. */
  problem?: string
  /** Seconds. */
  position: number
  duration: number
  /** What comes after this episode: what the member put there, else the rest of the series. */
  queue: EpisodeMeta[]
  /** What follows before the queue, for whoever has begun this. */
  after?: () => boolean
  /** The episode that this one took the place of: a page that shows that one goes along. */
  from?: string
  sleep?: SleepTimer
  start(episode: EpisodeMeta, series: string, options?: StartOptions): Promise<void>
  toggle(): void
  pause(): void
  /** Gives up what is on its way; what plays again begins where it would have. */
  stopWaiting(): void
  seek(position: number): void
  skip(seconds: number): void
  /** Goes on with what is queued, else with the series; nothing where it ends. */
  next(): void
  /** The one before in the series. */
  previous(): void
  setRate(rate: number): void
  setSleep(choice: SleepChoice | undefined): void
  enqueue(episode: EpisodeMeta): void
  unqueue(id: string): void
  /** Saves what has been played so far: the app is about to be hidden or closed. */
  save(): void
  close(): void
}
