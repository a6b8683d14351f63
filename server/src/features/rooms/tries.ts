import { subscriberOf } from '../../auth/subscriber'

/** Wrong codes of an address in a minute; then nothing from there is looked at until the minute is over, right ones neither. */
const OF_ADDRESS = 30
/** Wrong codes of everybody in a minute, as addresses are cheap: then whoever was wrong once waits as well. */
const OF_ALL = 600
const WINDOW_MS = 60_000
/** Addresses remembered. */
const REMEMBERED = 10_000

/**
 * Counts wrong codes, so that six digits cannot be tried in number.
 * @param now a clock that only goes forward: by the system's, set back an hour, everybody would wait for that hour
 */
export class Tries {
  private counts = new Map<string, number>()
  private all = 0
  private until = -Infinity

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether this address has to wait. Others' guessing keeps nobody out who was never wrong. */
  spent(address: string): boolean {
    this.turn()
    const own = this.counts.get(subscriberOf(address)) ?? 0
    return own >= (this.all >= OF_ALL ? 1 : OF_ADDRESS)
  }

  wrong(address: string): void {
    this.turn()
    const who = subscriberOf(address)
    if (this.counts.size >= REMEMBERED) this.counts.clear()
    this.all += 1
    this.counts.set(who, (this.counts.get(who) ?? 0) + 1)
  }

  private turn(): void {
    if (this.now() < this.until) return
    this.until = this.now() + WINDOW_MS
    this.counts.clear()
    this.all = 0
  }
}
