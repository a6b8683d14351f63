import { jumpTo, playTick, spokenTick, standsAt, startPlayback, takePlayed, type PlayedStretch } from './playback'

/** How often played time becomes durable while playing, in milliseconds. */
const SAVE_EVERY = 5_000
/** A player that is paused may still report this much further on, seconds; more is somebody's hand. */
const DRIFT = 1

/** What a player brings along. */
export interface PlayedPorts {
  /** Milliseconds, from a clock that never goes back. */
  now(): number
  /** Makes stretches durable; they end where the member was last known to stand. */
  played(stretches: PlayedStretch[]): void
  /** Makes the second durable at which the file stands though nothing was played up to it. */
  moved(second: number): void
}

interface Begin {
  /** Second of the file. */
  position: number
  /** The second that is durable. */
  kept: number
  /** A voice that has no file: {@link spokenTick}. */
  spoken: boolean
}

/** The time that goes into one episode, from a player's reports to what is durable. */
export class PlayedTime {
  private savedAt = 0
  private kept: number
  /** It was played or moved since it was last saved: what stands idle keeps nothing, another tab may have gone on. */
  private acted = false
  private state
  private readonly advance

  constructor(
    { position, kept, spoken }: Begin,
    private readonly ports: PlayedPorts,
  ) {
    this.kept = kept
    this.state = startPlayback(position, ports.now())
    this.advance = spoken ? spokenTick : playTick
  }

  /** The player stands at `position` seconds and, from now on, plays at `rate` or does not. */
  tick(playing: boolean, position: number, rate: number): void {
    this.acted ||= playing || Math.abs(position - this.state.position) >= DRIFT
    this.state = this.advance(this.state, { playing, position, rate, now: this.ports.now() })
  }

  /** As {@link tick}, and durable: every few seconds, or at once when something more than time has happened. */
  report(playing: boolean, position: number, { atOnce, rate }: { atOnce: boolean; rate: number }): void {
    this.tick(playing, position, rate)
    if (atOnce || this.ports.now() - this.savedAt > SAVE_EVERY) this.save()
  }

  /** Goes elsewhere on purpose. */
  jump(position: number): void {
    this.acted = true
    this.state = jumpTo(this.state, position, this.ports.now())
  }

  /** Whether the place that is durable now was kept by another tab, and later than what was kept here. @param at milliseconds */
  keptElsewhere({ second, at }: { second: number; at: number }): boolean {
    return second !== this.kept && at > this.savedAt
  }

  /** Stands where another tab has gone to: `position`, of which `kept` is durable. */
  follow(position: number, kept: number): void {
    this.kept = kept
    this.acted = false
    this.state = startPlayback(position, this.ports.now())
  }

  save(): void {
    this.savedAt = this.ports.now()
    const { acted } = this
    this.acted = false
    const { stretches, state } = takePlayed(this.state)
    this.state = state
    const last = stretches[stretches.length - 1]
    if (last) {
      this.kept = last.position
      this.ports.played(stretches)
    }
    const second = standsAt(state)
    if (second === this.kept || !acted) return
    this.kept = second
    this.ports.moved(second)
  }
}
