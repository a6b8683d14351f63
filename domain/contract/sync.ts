/** `POST /v1/events`: how the service answers for each event. The phone deletes what was answered from its outbox. */

/** Why an event is refused for good; sending it again changes nothing. */
export type RejectReason =
  /** Not an event of domain/progress/events. */
  | 'invalid'
  /** Its day does not fit its time, or lies ahead of today. */
  | 'day'
  /** A finish without the reading or listening that makes one. */
  | 'unfinished'

export interface EventAnswer {
  /** As it was sent; absent when there was none to read. */
  id?: string
  /** `duplicate` had been taken before: nothing is counted twice. */
  status: 'accepted' | 'duplicate' | 'rejected'
  /** Taken, but too long ago or ahead of time: it stands in totals and earns nothing. */
  late?: true
  reason?: RejectReason
}

/** In the order of the events sent. */
export interface BatchAnswer {
  results: EventAnswer[]
}

/** How many events one request may carry. */
export const BATCH_LIMIT = 200
/** Older than this is late, milliseconds. */
export const LATE_AFTER_MS = 14 * 24 * 3_600_000
/** Further ahead than this is late, milliseconds. */
export const AHEAD_MS = 5 * 60_000
