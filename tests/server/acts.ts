/** Days as a phone tells of them. */
import assert from 'node:assert/strict'
import type { DayAnswer, DayRecord } from '../../domain/contract/days'
import { type Day, shanghaiDay } from '../../domain/time/day'
import { type Person, type World, call } from './support'

/** One of the phones in these tests. */
export const device = (n = 1) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A studied day; `more` says what else it holds. */
export const dayOf = (day: Day, more: Partial<DayRecord> = {}): DayRecord => ({
  day,
  device: device(),
  studied: true,
  finished: [],
  answered: {},
  ...more,
})

/** Today by the service's clock. */
export const todayOf = (w: World): Day => shanghaiDay(w.service.now())

/** Tells the service of days; returns its answers. */
export async function tell(w: World, who: Person, ...days: DayRecord[]): Promise<DayAnswer[]> {
  const { status, json } = await call(w, who, 'PUT', '/v1/days', { days })
  assert.equal(status, 200, JSON.stringify(json))
  return json.results
}
