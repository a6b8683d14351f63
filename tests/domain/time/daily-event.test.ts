import { icalendar } from '@domain/time/daily-event'

const file = (note = '到点打开，学完今天的。') =>
  icalendar({ title: '学一会儿党史', note, from: '2026-11-29', time: '19:30' }, 'daily@e-dangshi', 1_795_867_200_000)
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
