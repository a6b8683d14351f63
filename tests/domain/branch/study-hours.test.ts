import fc from 'fast-check'
import { REQUIRED_MEETINGS, STUDY_HOURS, USUAL_HOURS } from '@domain/branch/branch-rules'
import { type StudyHoursEntry, hoursWord, studyHours } from '@domain/branch/study-hours'
import { MEETING_KINDS } from '@domain/contract/meeting-kinds'

const people = [
  { member: 'a', leader: false },
  { member: 'b', leader: true },
]
const entry = (member: string, day: string, hours: number): StudyHoursEntry => ({
  member,
  day,
  hours,
  kind: 'lecture',
  title: '党课',
})

test('a year holds what was held in it by today; a leader is asked for more', () => {
  const entries = [
    entry('a', '2026-11-05', 2),
    entry('a', '2026-11-30', 1),
    entry('a', '2025-12-31', 4),
    entry('b', '2026-01-01', 0.5),
    entry('gone', '2026-01-01', 8),
  ]
  const rows = studyHours(entries, people, '2026', '2026-11-29')
  expect(rows).toEqual([
    { member: 'a', hours: 2, required: 32 },
    { member: 'b', hours: 0.5, required: 56 },
  ])
  expect(hoursWord(rows[0]!)).toBe('2 / 32')
})

test('hours of everybody add up to those of the entries, in whatever order these come', () => {
  const halves = fc.integer({ min: 0, max: 16 }).map(n => n / 2)
  const some = fc.record({ member: fc.constantFrom('a', 'b'), hours: halves })
  fc.assert(
    fc.property(fc.array(some), entries => {
      const dated = entries.map(it => entry(it.member, '2026-03-01', it.hours))
      const sum = (rows: readonly { hours: number }[]) => rows.reduce((n, it) => n + it.hours, 0)
      expect(sum(studyHours(dated, people, '2026', '2026-12-31'))).toBe(sum(entries))
      const reversed = [...dated].reverse()
      expect(studyHours(reversed, people, '2026', '2026-12-31')).toEqual(
        studyHours(dated, people, '2026', '2026-12-31'),
      )
    }),
  )
})

test('every kind of meeting has its rule with where it stands, and its usual hours', () => {
  const kinds = MEETING_KINDS.map(it => it.id).sort()
  expect(REQUIRED_MEETINGS.map(it => it.kind).sort()).toEqual(kinds)
  expect(Object.keys(USUAL_HOURS).sort()).toEqual(kinds)
  for (const { source } of REQUIRED_MEETINGS) expect(source).toMatch(/第十[一-六]条/)
  expect(STUDY_HOURS.source).toMatch(/32.*56/)
})
