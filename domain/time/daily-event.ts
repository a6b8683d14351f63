import type { Day } from './day'

/** What a calendar is to remind of, every day at the same time. */
export interface DailyEvent {
  title: string
  note: string
  /** The first day. */
  from: Day
  /** `HH:MM`, by the clock of the place where the phone is. */
  time: string
}

/** Octets in a line (RFC 5545, 3.1); a Chinese character takes three. */
const LINE = 75

const escape = (text: string) => text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\n/g, '\\n')
const octets = (one: string) => (one < '\u0080' ? 1 : one < '\u0800' ? 2 : one.length > 1 ? 4 : 3)

/** Folds a line so that none is longer than the rule allows and no character is cut. */
function fold(line: string): string {
  let room = LINE
  return [...line].reduce((folded, one) => {
    room -= octets(one)
    if (room >= 0) return folded + one
    // The blank that begins a folded line counts.
    room = LINE - 1 - octets(one)
    return `${folded}\r\n ${one}`
  }, '')
}

/**
 * An iCalendar file (RFC 5545) of one event that repeats daily and sounds when it begins. Its times are floating: half past
 * seven is half past seven wherever the phone is.
 * @param id of the event: the same again replaces it
 * @param made milliseconds since the epoch
 */
export function icalendar({ title, note, from, time }: DailyEvent, id: string, made: number): string {
  const start = `${from.replace(/-/g, '')}T${time.replace(':', '')}00`
  const stamp = `${new Date(made).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//e-dangshi//daily//ZH',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${start}`,
    'DURATION:PT10M',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n')
}
