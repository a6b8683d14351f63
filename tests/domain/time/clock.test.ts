import fc from 'fast-check'
import { CLOCK_TOLERANCE_MS, type ClockState, guardClock, startClock } from '@domain/time/clock'
import { dayStart, shanghaiDay } from '@domain/time/day'

const MINUTE = 60_000
const noon = dayStart('2026-11-23') + 12 * 60 * MINUTE

function drive(readings: { wall: number; mono: number }[]): number[] {
  let state: ClockState | undefined
  return readings.map(reading => {
    const step = guardClock(state, reading)
    state = step.state
    return step.now
  })
}

test('while both clocks agree, events carry wall time', () => {
  expect(
    drive([
      { wall: noon, mono: 0 },
      { wall: noon + 61_000, mono: 60_000 },
    ]),
  ).toEqual([noon, noon + 61_000])
})

test('a clock set forward by an hour within a session moves no event', () => {
  const step = guardClock(startClock({ wall: noon, mono: 0 }), { wall: noon + 60 * MINUTE, mono: 1000 })
  expect(step).toMatchObject({ now: noon + 1000, jumped: true })
})

test('a clock set back by a day within a session opens no second day', () => {
  const step = guardClock(startClock({ wall: noon, mono: 0 }), { wall: noon - 1440 * MINUTE, mono: 1000 })
  expect(shanghaiDay(step.now)).toBe('2026-11-23')
})

test('a small correction across midnight does not bring yesterday back', () => {
  const midnight = dayStart('2026-11-23')
  const [, second] = drive([
    { wall: midnight + 5000, mono: 0 },
    { wall: midnight - 10_000, mono: 1000 },
  ])
  expect(shanghaiDay(second!)).toBe('2026-11-23')
})

test('a new session with the clock set back goes on from the last known time', () => {
  const state = startClock({ wall: noon - 24 * 60 * MINUTE, mono: 50 }, noon)
  const step = guardClock(state, { wall: noon - 24 * 60 * MINUTE + 2000, mono: 2050 })
  expect(step).toMatchObject({ now: noon + 2000, jumped: true })
})

test('a last known time from a clock that was years ahead does not hold the member there', () => {
  const state = startClock({ wall: noon, mono: 0 }, noon + 3 * 365 * 1440 * MINUTE)
  expect(guardClock(state, { wall: noon + 1000, mono: 1000 }).now).toBe(noon + 1000)
})

test('time never goes back, and never runs ahead of the monotonic clock by more than the tolerance', () => {
  const steps = fc.array(
    fc.record({ dt: fc.integer({ min: 0, max: 3_600_000 }), skew: fc.integer({ min: -1e9, max: 1e9 }) }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(steps, list => {
      let mono = 0
      const readings = list.map(({ dt, skew }) => ({ mono: (mono += dt), wall: noon + mono + skew }))
      readings.unshift({ mono: 0, wall: noon })
      const out = drive(readings)
      out.forEach((now, i) => {
        if (i > 0) expect(now).toBeGreaterThanOrEqual(out[i - 1]!)
        expect(now - (noon + readings[i]!.mono)).toBeLessThanOrEqual(CLOCK_TOLERANCE_MS)
      })
    }),
  )
})
