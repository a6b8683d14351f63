import type { MeetingSummary } from '../contract/meetings'
import type { Day } from '../time/day'

/** The meeting that comes next, today's included. */
export function nextMeeting<M extends Pick<MeetingSummary, 'day' | 'time'>>(
  meetings: readonly M[],
  today: Day,
): M | undefined {
  return meetings.filter(it => it.day >= today).sort((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))[0]
}

/** Seconds until an ISO 8601 moment; 0 when it has passed. */
export function secondsUntil(iso: string | undefined, now: number): number {
  return iso ? Math.max(0, Math.ceil((Date.parse(iso) - now) / 1000)) : 0
}
