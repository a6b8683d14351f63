import type { ShelfId } from '../catalog/types'
import { ANSWERED_A_DAY, DAYS_BACK, FINISHED_A_DAY } from '../contract/day-limits'
import type { DayRecord } from '../contract/days'
import type { MemberEvent } from '../progress/events'
import { STUDY_DAY_ANSWERS, STUDY_DAY_SECONDS } from '../progress/study-day'
import { type Day, addDays } from '../time/day'

/** One day on one device, as the phone keeps it beside its log: counted up with every act, never sent as it stands. */
export interface DaySoFar {
  day: Day
  device: string
  /** Engaged seconds: they decide whether the day was studied and stay here. */
  seconds: number
  finished: string[]
  answered: Partial<Record<ShelfId, number>>
  /** Acts counted so far, and how many of them need no telling: the last answered upload held them, or they changed nothing in it. */
  acts: number
  sent: number
  /** Ids that the service did not know. */
  unknown?: string[]
}

/** A day on which nothing has been done yet. */
export const emptyDaySoFar = (day: Day, device: string): DaySoFar => ({
  day,
  device,
  seconds: 0,
  finished: [],
  answered: {},
  acts: 0,
  sent: 0,
})

/** Sets that a branch can ask for; the daily five and the like are nobody's business. */
const ASKED_SET = /^article:a-\d{4,6}$/

/**
 * The day with one more act. `known` is left as it was; an act that tells the branch nothing changes nothing. One after which the
 * record says what it said is not sent: again and again the same record would say by its arrival when somebody studies.
 */
export function addAct(known: DaySoFar, event: MemberEvent): DaySoFar {
  const next = withAct(known, event)
  const same = known.sent === known.acts && JSON.stringify(dayRecord(known)) === JSON.stringify(dayRecord(next))
  return same ? { ...next, sent: next.acts } : next
}

function withAct(known: DaySoFar, event: MemberEvent): DaySoFar {
  const next = { ...known, acts: known.acts + 1 }
  switch (event.kind) {
    case 'read':
    case 'listen':
    case 'watch':
      return { ...next, seconds: known.seconds + event.seconds }
    case 'finish':
      return { ...next, finished: withId(known.finished, event.item) }
    case 'answer': {
      const { shelf } = event.answer
      return { ...next, answered: { ...known.answered, [shelf]: (known.answered[shelf] ?? 0) + 1 } }
    }
    case 'set':
      return event.set !== undefined && ASKED_SET.test(event.set)
        ? { ...next, finished: withId(known.finished, event.set) }
        : known
    case 'favourite':
      return known
  }
}

const withId = (ids: string[], id: string) => (ids.includes(id) ? ids : [...ids, id].sort())

/**
 * What leaves the phone of a day, field by field: whether it was studied (rule: domain/progress/study-day), what was
 * finished, how many questions were answered on each shelf. No minutes, no times, no right or wrong.
 */
export function dayRecord({ day, device, seconds, finished, answered }: DaySoFar): DayRecord {
  const shelves = Object.entries(answered) as [ShelfId, number][]
  const answers = shelves.reduce((sum, [, n]) => sum + n, 0)
  return {
    day,
    device,
    studied: seconds >= STUDY_DAY_SECONDS || answers >= STUDY_DAY_ANSWERS,
    finished: finished.slice(0, FINISHED_A_DAY),
    answered: Object.fromEntries(shelves.map(([shelf, n]) => [shelf, Math.min(n, ANSWERED_A_DAY)])),
  }
}

/** Whether the day says anything: a minute's glance is nobody's business. */
const tells = ({ studied, finished, answered }: DayRecord) =>
  studied || finished.length > 0 || Object.keys(answered).length > 0

/** How a day stands on `today`: to be sent, to wait until it has come, or too old to count. */
export type DayState = 'sent' | 'waits' | 'ahead' | 'old'

/** How one day stands by the phone's `today`; the service has the last word. */
export function dayState(it: DaySoFar, today: Day): DayState {
  if (it.sent >= it.acts || !tells(dayRecord(it))) return 'sent'
  if (it.day > today) return 'ahead'
  return it.day < addDays(today, -DAYS_BACK) ? 'old' : 'waits'
}
