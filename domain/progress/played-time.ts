import { jumpTo, playTick, spokenTick, standsAt, startPlayback, takePlayed, type PlayedStretch } from './playback'

/** How often played time becomes durable while playing, in milliseconds. */
const SAVE_EVERY = 5_000

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
  private state
  private readonly follow

  constructor(
    { position, kept, spoken }: Begin,
    private readonly ports: PlayedPorts,
  ) {
    this.kept = kept
    this.state = startPlayback(position, ports.now())
    this.follow = spoken ? spokenTick : playTick
  }

  /** The player stands at `position` seconds and, from now on, plays at `rate` or does not. */
  tick(playing: boolean, position: number, rate: number): void {
    this.state = this.follow(this.state, { playing, position, rate, now: this.ports.now() })
  }

  /** As {@link tick}, and durable: every few seconds, or at once when something more than time has happened. */
  report(playing: boolean, position: number, { atOnce, rate }: { atOnce: boolean; rate: number }): void {
    this.tick(playing, position, rate)
    if (atOnce || this.ports.now() - this.savedAt > SAVE_EVERY) this.save()
  }

  /** Goes elsewhere on purpose. */
  jump(position: number): void {
    this.state = jumpTo(this.state, position, this.ports.now())
  }

  save(): void {
    this.savedAt = this.ports.now()
    const { stretches, state } = takePlayed(this.state)
    this.state = state
    const last = stretches[stretches.length - 1]
    if (last) {
      this.kept = last.position
      this.ports.played(stretches)
    }
    const second = standsAt(state)
    if (second === this.kept) return
    this.kept = second
    this.ports.moved(second)
  }
}
