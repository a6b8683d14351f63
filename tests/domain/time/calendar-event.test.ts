import { type CalendarEvent, icalendar } from '@domain/time/calendar-event'

const DAILY = { title: '学一会儿党史', from: '2026-11-29', time: '19:30', daily: true, minutes: 10, alarm: 0 }
const file = (note = '到点打开，学完今天的。', more: Partial<CalendarEvent> = {}) =>
  icalendar({ ...DAILY, note, ...more }, 'daily@e-dangshi', 1_795_867_200_000)
const unfolded = (text: string) => text.replace(/\r\n /g, '')

test('a calendar reads one event that repeats every day at that time and sounds when it begins', () => {
  const text = file()
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  expect(text).toMatch(/DTSTART:20261129T193000\r\n/)
  expect(text).toMatch(/RRULE:FREQ=DAILY\r\n/)
  expect(text).toMatch(/TRIGGER:PT0S\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/)
})

test('a long Chinese note is folded within 75 octets a line, no character cut, and signs are escaped', () => {
  const note = `${'到点打开，学完今天的两篇文章和一集节目'.repeat(6)};a\\b\n完`
  const text = file(note)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(unfolded(text)).toContain(`DESCRIPTION:${note.replace(/[\\;,]/g, it => `\\${it}`).replace(/\n/g, '\\n')}`)
})

test('a meeting is there once, for its time, at its place, and is told of an hour before', () => {
  const text = file('主题党日', { daily: false, minutes: 90, place: '社区活动室;二楼', alarm: 60 })
  expect(text).toMatch(/DTSTART:20261129T193000\r\nDURATION:PT90M\r\nSUMMARY/)
  expect(text).not.toMatch(/RRULE/)
  expect(text).toMatch(/LOCATION:社区活动室\\;二楼\r\n/)
  expect(text).toMatch(/TRIGGER:-PT60M\r\n/)
})
