import { z } from 'zod'
import type { MemberEvent } from '../../../domain/progress/events'
import { memberEventSchema } from '../../../domain/contract/schema'
import { AHEAD_MS, type EventAnswer, LATE_AFTER_MS } from '../../../domain/contract/sync'
import { addDays, shanghaiDay } from '../../../domain/time/day'

/** An event that may be counted, with its place in the answer. */
export interface Candidate {
  index: number
  event: MemberEvent
  late: boolean
}

const withId = z.object({ id: z.uuid() })

/**
 * Reads what was sent, event by event, so that one bad event never holds up the rest. `answers` holds what is already
 * decided; a repeat within the batch is a duplicate. `now` in milliseconds.
 */
export function classify(sent: readonly unknown[], now: number): { candidates: Candidate[]; answers: EventAnswer[] } {
  const candidates: Candidate[] = []
  const answers: EventAnswer[] = []
  const seen = new Set<string>()
  const lastDay = addDays(shanghaiDay(now), 1)
  sent.forEach((raw, index) => {
    const parsed = memberEventSchema.safeParse(raw)
    if (!parsed.success) {
      const id = withId.safeParse(raw)
      answers[index] = { ...(id.success ? { id: id.data.id } : {}), status: 'rejected', reason: 'invalid' }
      return
    }
    const event = { ...parsed.data, id: parsed.data.id.toLowerCase() } as MemberEvent
    if (!dayFits(event) || event.day > lastDay) {
      answers[index] = { id: parsed.data.id, status: 'rejected', reason: 'day' }
    } else if (seen.has(event.id)) {
      answers[index] = { id: parsed.data.id, status: 'duplicate' }
    } else {
      seen.add(event.id)
      const late = event.at < now - LATE_AFTER_MS || event.at > now + AHEAD_MS
      candidates.push({ index, event, late })
    }
  })
  return { candidates, answers }
}

/** The phone fixes the day when the event is made; a guarded clock may put it one day beside the time's own. */
function dayFits({ at, day }: MemberEvent): boolean {
  // Beyond year 9999 a date has no four-digit year.
  if (at > 253_370_764_800_000 || day < '2000-01-01') return false
  const own = shanghaiDay(at)
  return day >= addDays(own, -1) && day <= addDays(own, 1)
}
