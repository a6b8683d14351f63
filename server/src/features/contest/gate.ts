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

/** One process's line at the start: so many are let through in a second, each spread over their second. */
export class StartLine {
  private next = 0
  /** What the clock said last. */
  private seen = 0
  private readonly places = new Map<string, number>()
  /** @param random from 0 to 1 @param perSecond starts let through */
  constructor(
    private readonly random: () => number,
    private readonly perSecond = STARTS_A_SECOND,
  ) {}

  /** When `who` may start, milliseconds, not before `opens`; asked again the same, until their turn is long over. */
  turnOf(who: string, opens: number, now: number): number {
    this.keepUp(now)
    const kept = this.places.get(who)
    if (kept !== undefined && kept > now - 60_000) return kept
    const slot = Math.max(now, opens, this.next)
    this.next = slot + 1000 / this.perSecond
    // Nobody waits who need not.
    const at =
      slot === now ? now : slot + this.random() * Math.min(1000, slot - Math.max(now, opens) + 1000 / this.perSecond)
    if (this.places.size >= LIMIT) this.places.clear()
    this.places.set(who, at)
    return at
  }

  /** A clock that was set back takes the line with it: nobody waits for the hour that comes twice. */
  private keepUp(now: number): void {
    const back = this.seen - now
    this.seen = now
    if (back < SET_BACK_MS) return
    this.next -= back
    for (const [who, at] of this.places) this.places.set(who, at - back)
  }

  /** How many stand before a turn. */
  before(turn: number, opens: number, now: number): number {
    return Math.max(0, Math.round(((turn - Math.max(now, opens)) * this.perSecond) / 1000))
  }
}
