import fc from 'fast-check'
import { dayRecordSchema } from '@domain/contract/days'
import { ANSWERED_A_DAY, DAYS_BACK } from '@domain/contract/day-limits'
import { addAct, dayRecord, dayState, emptyDaySoFar } from '@domain/sync/day-record'
import { foldAll } from '@domain/progress/fold'
import { emptyProgress } from '@domain/progress/state'
import { isStudyDay } from '@domain/progress/study-day'
import { joinDays } from '@domain/sync/join-days'
import { addDays } from '@domain/time/day'
import { memberLog } from '../member-log'

const DEVICE = '00000000-0000-4000-8000-000000000001'
const DAY = '2026-11-28'
const recordOf = (log: readonly Parameters<typeof addAct>[1][]) =>
  dayRecord(log.map(it => ({ ...it, day: DAY })).reduce(addAct, emptyDaySoFar(DAY, DEVICE)))

test('a day record is what the service takes, whatever was done, and holds nothing beside its fields', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const record = recordOf(log.map(it => ({ ...it, note: '不该上传', minutes: 9 })))
      expect(dayRecordSchema.safeParse(record).success).toBe(true)
    }),
  )
})

test('it agrees with the phone’s own summary of the day: studied, finished, answered', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const acts = log.map(it => ({ ...it, day: DAY }))
      const { days, tally } = foldAll(emptyProgress(), acts)
      const record = recordOf(acts)
      expect(record.studied).toBe(days[DAY] ? isStudyDay(days[DAY]) : false)
      expect(record.finished.filter(id => !id.startsWith('article:'))).toEqual(days[DAY]?.items ?? [])
      for (const [shelf, { answered }] of Object.entries(tally)) {
        expect(record.answered[shelf as keyof typeof record.answered] ?? 0).toBe(Math.min(answered, ANSWERED_A_DAY))
      }
    }),
  )
})

test('a day only grows: with one more act nothing that was told is taken back', () => {
  fc.assert(
    fc.property(memberLog, fc.nat(), (log, n) => {
      const before = recordOf(log.slice(0, n % (log.length + 1)))
      const after = recordOf(log)
      expect(after.studied || !before.studied).toBe(true)
      expect(after.finished).toEqual(expect.arrayContaining(before.finished))
    }),
  )
})

test('it waits to be sent exactly when it would say something else than what was told', () => {
  fc.assert(
    fc.property(memberLog, log => {
      let day = emptyDaySoFar(DAY, DEVICE)
      let told: unknown = dayRecord(day)
      for (const event of log) {
        day = addAct(day, { ...event, day: DAY })
        const record = dayRecord(day)
        expect(dayState(day, DAY)).toBe(JSON.stringify(record) === JSON.stringify(told) ? 'sent' : 'waits')
        // The upload is answered.
        if (dayState(day, DAY) === 'waits') [told, day] = [record, { ...day, sent: day.acts }]
      }
    }),
  )
})

test('minutes that change nothing of what was told are not sent', () => {
  const read = (seconds: number) => ({
    id: 'x',
    at: 0,
    day: DAY,
    kind: 'read' as const,
    item: 'a-0001',
    seconds,
    reached: 0,
  })
  const studied = addAct(emptyDaySoFar(DAY, DEVICE), read(180))
  expect(dayState(studied, DAY)).toBe('waits')
  const sent = { ...studied, sent: studied.acts }
  const more = addAct(addAct(sent, read(15)), read(15))
  expect([dayState(more, DAY), more.seconds]).toEqual(['sent', 210])
})

test('a day waits until it was told as it is; one to come waits, one too old is shown', () => {
  const it = { ...emptyDaySoFar(DAY, DEVICE), seconds: 300, acts: 3 }
  expect(dayState(it, DAY)).toBe('waits')
  expect(dayState({ ...it, sent: 3 }, DAY)).toBe('sent')
  expect(dayState({ ...it, sent: 2 }, DAY)).toBe('waits')
  expect(dayState(it, addDays(DAY, -1))).toBe('ahead')
  expect([dayState(it, addDays(DAY, DAYS_BACK)), dayState(it, addDays(DAY, DAYS_BACK + 1))]).toEqual(['waits', 'old'])
  expect(dayState({ ...it, seconds: 20 }, DAY)).toBe('sent')
})

test('days of another phone are joined once: studied and finished come back, no minute and no answer', () => {
  const held = [
    { day: DAY, device: DEVICE, studied: true, finished: ['a-0001', 'article:a-0001'], answered: { reform: 9 } },
  ]
  const once = joinDays(emptyProgress(), held)
  expect(joinDays(once, held)).toEqual(once)
  expect(isStudyDay(once.days[DAY]!)).toBe(true)
  expect([once.days[DAY]!.answers, once.days[DAY]!.read_seconds]).toEqual([0, 0])
  expect([once.items['a-0001']!.finishedDay, once.sets['article:a-0001']!.day]).toEqual([DAY, DAY])
  expect(emptyProgress().days).toEqual({})
})
