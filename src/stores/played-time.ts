import type { EpisodeMeta } from '@domain/catalog/types'
import {
  jumpTo,
  playTick,
  spokenTick,
  standsAt,
  startPlayback,
  takePlayed,
  type PlaybackState,
} from '@domain/progress/playback'
import { now } from '@/platform/phone/clock'
import { recordPlaying, useMember } from './member'
import { useSettings } from './settings'

/** How often played time becomes a durable event while playing, in milliseconds. */
const SAVE_EVERY = 5_000

/** The time that goes into one episode, from the engine's reports to durable events. */
export class PlayedTime {
  /** When it was last made durable, milliseconds. */
  private savedAt = 0
  private state: PlaybackState
  /** The second that is durable. */
  private kept: number

  constructor(
    private readonly episode: EpisodeMeta,
    position: number,
    private readonly spoken: boolean,
    private readonly kind: 'listen' | 'watch' = 'listen',
  ) {
    this.state = startPlayback(position, now())
    this.kept = useMember.getState().progress.items[episode.id]?.position?.second ?? 0
  }

  /** The engine stands at `position` seconds and, from now on, plays at `rate` or does not. */
  tick(playing: boolean, position: number, rate = useSettings.getState().rate): void {
    const at = { playing, position, rate, now: now() }
    this.state = this.spoken ? spokenTick(this.state, at) : playTick(this.state, at)
  }

  /** As {@link tick}, and durable: every few seconds, or at once when something more than time has happened. */
  report(playing: boolean, position: number, { atOnce, rate }: { atOnce: boolean; rate?: number }): void {
    this.tick(playing, position, rate)
    if (atOnce || now() - this.savedAt > SAVE_EVERY) this.save()
  }

  jump(position: number): void {
    this.state = jumpTo(this.state, position, now())
  }

  save(): void {
    this.savedAt = now()
    const taken = takePlayed(this.state)
    this.state = taken.state
    void recordPlaying(this.kind, this.episode.id, taken.stretches, this.episode.seconds)
    const { length } = taken.stretches
    if (length > 0) this.kept = taken.stretches[length - 1]!.position
    // Moved to, not played to.
    const second = standsAt(this.state)
    if (second === this.kept) return
    this.kept = second
    void useMember.getState().keepPosition(this.episode.id, second)
  }
}
