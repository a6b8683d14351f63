import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { addDays, dayOfUtc, dayStart, daysBetween, isDay, shanghaiDay, utcMidnight, weekStart } from '@domain/time/day'
import { clockTime, formatMinute, formatMonth } from '@domain/time/format'
import { daysLater, momentAt } from '@domain/time/moment'
import { addMonths, monthOf, monthOfWeek, monthStart } from '@domain/time/month'

// What the functions written by hand gave before dayjs stood behind them (docs/decisions/0073-dayjs.md).
test.each([
  ['2024-02-28', 1, '2024-02-29', '2024-02-26'],
  ['2024-02-29', 366, '2025-03-01', '2024-02-26'],
  ['2026-02-28', 1, '2026-03-01', '2026-02-23'],
  ['2026-12-31', 1, '2027-01-01', '2026-12-28'],
  ['2026-11-29', -333, '2025-12-31', '2026-11-23'],
  ['1921-07-23', 38_000, '2025-08-06', '1921-07-18'],
  ['2100-02-28', 1, '2100-03-01', '2100-02-22'],
])('%s and %i days', (day, n, then, monday) => {
  expect(addDays(day, n)).toBe(then)
  expect(daysBetween(day, then)).toBe(n)
  expect(weekStart(day)).toBe(monday)
})

test.each([
  [0, '1970-01-01', '1970-01-01 08:00'],
  [-1, '1970-01-01', '1970-01-01 07:59'],
  [1_709_135_999_999, '2024-02-28', '2024-02-28 23:59'],
  [1_709_136_000_000, '2024-02-29', '2024-02-29 00:00'],
  [1_798_732_800_500.5, '2027-01-01', '2027-01-01 00:00'],
])('the moment %d', (ms, day, minute) => {
  expect([shanghaiDay(ms), formatMinute(ms)]).toEqual([day, minute])
})

test('what is no day stays none, and nothing throws', () => {
  const none = ['', 'today', '2026-11', '2026-13-45', '0000-00-00', '2026-02-30', '2026-11-23T00:00:00Z', '2026-11-23 ']
  expect(none.filter(isDay)).toEqual([])
  expect([NaN, Infinity, 1e17].map(shanghaiDay).filter(isDay)).toEqual([])
})

test('a day for a library that counts in UTC comes back as it was', () => {
  expect(utcMidnight('2026-11-23').toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(dayOfUtc(new Date('2026-11-23T00:00:00Z'))).toBe('2026-11-23')
})

test('a moment is told by the clock of Shanghai', () => {
  expect(clockTime('2026-11-24T11:05:00.000Z')).toBe('19:05')
  expect(clockTime('2026-11-24T23:59:59.000Z')).toBe('07:59')
  expect(momentAt('2026-11-24', '19:05')).toBe(Date.parse('2026-11-24T11:05:00Z'))
  expect(momentAt('2026-11-24', '00:00')).toBe(dayStart('2026-11-24'))
  expect(daysLater(Date.parse('2026-11-24T11:05:00Z'), -30)).toBe(Date.parse('2026-10-25T11:05:00Z'))
})

test('months go on over the end of a year, and a week belongs to the month of its Thursday', () => {
  expect([-14, -1, 0, 1, 12].map(n => addMonths('2026-01', n))).toEqual([
    '2024-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2027-01',
  ])
  expect([monthOf('2026-11-30'), monthStart('2026-11'), formatMonth('2026-01')]).toEqual([
    '2026-11',
    '2026-11-01',
    '2026年1月',
  ])
  expect(['2026-11-30', '2026-12-28'].map(monthOfWeek)).toEqual(['2026-12', '2026-12'])
})

test('a phone abroad, in the night that its clocks change, has the same days and times', () => {
  const program = `const { shanghaiDay, addDays } = require('./domain/time/day.ts'), { formatMinute } = require('./domain/time/format.ts')
    const from = Date.UTC(2026, 2, 8), out = []
    for (let hour = 0; hour < 24; hour++) out.push(formatMinute(from + hour * 3600000))
    console.log(JSON.stringify([shanghaiDay(from), addDays('2026-03-07', 2), ...out]))`
  const options = { cwd: resolve(__dirname, '../../..'), encoding: 'utf8' as const }
  const [home, abroad] = ['Asia/Shanghai', 'America/New_York'].map(TZ =>
    JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', '-e', program], {
        ...options,
        env: { ...process.env, TZ },
      }),
    ),
  )
  expect(abroad).toEqual(home)
  expect(abroad.slice(0, 4)).toEqual(['2026-03-08', '2026-03-09', '2026-03-08 08:00', '2026-03-08 09:00'])
})
