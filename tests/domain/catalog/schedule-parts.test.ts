import fc from 'fast-check'
import type { Schedule, WeekPlan } from '@domain/catalog/calendar'
import { planOn } from '@domain/catalog/plan'
import { cutSchedule, joinSchedule, volumeOfWeek } from '@domain/catalog/schedule-parts'
import { addDays, weekDays } from '@domain/time/day'

/** A schedule of so many weeks, no two days of which are alike. */
function schedule(count: number): Schedule {
  const week = (n: number): WeekPlan => ({
    theme: `第 ${n} 周`,
    note: `说明 ${n}`,
    days: [1, 2, 3, 4, 5, 6, 7].map(day => ({ articles: [`a-${n}-${day}`], questions: [] })),
  })
  const festival = { on: '12-26', theme: '毛泽东同志诞辰', note: '这一天', articles: ['a-9999'], questions: [] }
  return { starts: '2026-11-23', weeks: Array.from({ length: count }, (_, n) => week(n)), festivals: [festival] }
}

const lengths = fc.integer({ min: 0, max: 60 })

test('all parts together are the whole schedule, of any length', () => {
  fc.assert(
    fc.property(lengths, count => {
      const whole = schedule(count)
      const { frame, volumes } = cutSchedule(whole)
      expect(joinSchedule(frame, [...volumes.values()])).toEqual(whole)
    }),
  )
})

test('the part of a day has the plans of its week and of tomorrow, through years and beyond the last week', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: -10, max: 1200 }), (count, days) => {
      const whole = schedule(count)
      const { frame, volumes } = cutSchedule(whole)
      const today = addDays(whole.starts, days)
      const name = volumeOfWeek(frame, today)
      const part = joinSchedule(frame, name === undefined ? [] : [volumes.get(name)!])
      // Of a week before the first one only what is in it: nobody reads ahead of the schedule.
      const wanted = name === undefined ? [today] : [...weekDays(today), addDays(today, 1)]
      for (const day of wanted) expect(planOn(part, day)).toEqual(planOn(whole, day))
    }),
    { numRuns: 300 },
  )
})

test('a day of another part has no plan but a festival’s', () => {
  const { frame, volumes } = cutSchedule(schedule(52))
  const part = joinSchedule(frame, [volumes.get('weeks-03.json')!])
  expect(planOn(part, '2026-11-24')).toBeUndefined()
  expect(planOn(part, '2026-12-26')).toMatchObject({ theme: '毛泽东同志诞辰' })
})

test('a change of one week changes its own part, or two where it also ends another', () => {
  const before = cutSchedule(schedule(52)).volumes
  const changed = (n: number) => {
    const whole = schedule(52)
    whole.weeks[n]!.theme = '另一个主题'
    const after = cutSchedule(whole).volumes
    return [...after].flatMap(([name, it]) => (JSON.stringify(it) === JSON.stringify(before.get(name)) ? [] : [name]))
  }
  expect(changed(5)).toEqual(['weeks-02.json'])
  expect(changed(8)).toEqual(['weeks-02.json', 'weeks-03.json'])
  expect(changed(0)).toEqual(['weeks-01.json', 'weeks-13.json'])
})
