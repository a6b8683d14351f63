import type { MemberEvent } from '../progress/events'
import type { BatchAnswer, RejectReason } from '../contract/sync'

/** An event the service refused for good: it stays in the phone's own records and is shown with its reason. */
export interface Rejected {
  event: MemberEvent
  reason: RejectReason
}

export interface Settled {
  /** Ids, as sent, that were answered in any way: they leave the outbox. */
  answered: Set<string>
  rejected: Rejected[]
}

/**
 * Reads the service's answers to `sent`. They come in the order of the events; one that names another event, or none at
 * all, leaves its event where it is.
 */
export function settle(sent: readonly MemberEvent[], { results }: BatchAnswer): Settled {
  const answered = new Set<string>()
  const rejected: Rejected[] = []
  sent.forEach((event, i) => {
    const answer = results[i]
    if (!answer || (answer.id !== undefined && answer.id.toLowerCase() !== event.id.toLowerCase())) return
    answered.add(event.id)
    if (answer.status === 'rejected') rejected.push({ event, reason: answer.reason ?? 'invalid' })
  })
  return { answered, rejected }
}

/** An act of the last hour is new: the service cannot find it too old. */
const NEW_MS = 3_600_000

/**
 * Whether the answers show that the phone's clock is wrong: the service finds acts that were done within the hour before
 * `now`, milliseconds, out of its time. Undefined when none of `sent` is that new.
 */
export function clockIsOff(sent: readonly MemberEvent[], { results }: BatchAnswer, now: number): boolean | undefined {
  const fresh = sent.flatMap((event, i) => (event.at > now - NEW_MS && results[i] ? [results[i]] : []))
  return fresh.length > 0 ? fresh.some(it => it.late || it.reason === 'day') : undefined
}

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * Milliseconds until the next try after `failures` failures in a row (1 is the first): doubling from five seconds to a
 * quarter of an hour. `chance` (0–1) spreads the phones of a district that lost the service at the same moment.
 */
export function waitAfter(failures: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(full * (0.5 + chance / 2))
}
