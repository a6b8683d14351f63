import { STARTS_A_SECOND } from '../../../../domain/contract/contest-limits'
import type { Service } from '../../service'
import { busy } from './refusals'

/** Requests that wait for a connection to the database; more than these wait at home. A connection answers hundreds a second. */
const WAITING = 150
/** An answer has its time: it is turned away last, when it would wait for about a second. */
const ANSWERS_WAITING = 1_000
/** Whoever is turned away comes again after two to six seconds, not all at once. */
const RETRY_MS = [2_000, 6_000] as const

/** Turns a request away before anything of it is done, when too many wait. @throws Problem 503 `busy` */
export function letIn({ pool }: Pick<Service, 'pool'>, random: () => number, what: 'answer' | 'other' = 'other'): void {
  if (pool.waitingCount < (what === 'answer' ? ANSWERS_WAITING : WAITING)) return
  throw busy(Math.round(RETRY_MS[0] + random() * (RETRY_MS[1] - RETRY_MS[0])))
}

/** Places that are kept; who asks for one beyond them gets another the next time. */
const LIMIT = 100_000

/** Further back than clocks are put right by little steps. */
const SET_BACK_MS = 1_000

/**
 * One process's line at the start, of all its contests: so many are let through in a second. Each start has a slot of its own; the
 * first that is free is given, so that who comes to a contest that is open does not stand behind one that opens in five minutes.
 */
export class StartLine {
  /** Of a slot that is given, from where to look on. */
  private readonly given = new Map<number, number>()
  private readonly places = new Map<string, number>()
  /** What the clock said last. */
  private seen = 0
  private readonly slotMs: number
  /** @param random from 0 to 1 @param perSecond starts let through */
  constructor(
    private readonly random: () => number,
    perSecond = STARTS_A_SECOND,
  ) {
    this.slotMs = 1000 / perSecond
  }

  /** When `who` may start, milliseconds, not before `opens`; asked again the same, until their turn is long over. */
  turnOf(who: string, opens: number, now: number): number {
    this.keepUp(now)
    const kept = this.places.get(who)
    if (kept !== undefined && kept > now - 60_000) return kept
    const from = Math.max(now, opens)
    const first = Math.floor(from / this.slotMs)
    const slot = this.free(first)
    this.given.set(slot, slot + 1)
    // Nobody waits who need not.
    const at = slot === first ? from : (slot + this.random()) * this.slotMs
    if (this.places.size >= LIMIT) this.places.clear()
    this.places.set(who, at)
    return at
  }

  /** How many stand before a turn. */
  before(turn: number, opens: number, now: number): number {
    return Math.max(0, Math.round((turn - Math.max(now, opens)) / this.slotMs))
  }

  /** The first slot from here on that nobody has; what was passed on the way points to it from now on. */
  private free(from: number): number {
    let slot = from
    for (let next = this.given.get(slot); next !== undefined; next = this.given.get(slot)) slot = next
    for (let at = from; at !== slot;) {
      const next = this.given.get(at)!
      this.given.set(at, slot)
      at = next
    }
    return slot
  }

  /** Forgets slots that are over. A clock that was set back begins the line anew: nobody waits for the hour that comes twice. */
  private keepUp(now: number): void {
    if (this.seen - now > SET_BACK_MS) {
      this.given.clear()
      this.places.clear()
    } else if (this.given.size >= LIMIT) {
      const over = now / this.slotMs - 1
      for (const slot of this.given.keys()) if (slot < over) this.given.delete(slot)
    }
    this.seen = now
  }
}
