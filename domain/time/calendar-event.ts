import type { Day } from './day'

/** What a calendar is to remind of. */
export interface CalendarEvent {
  title: string
  note: string
  /** Its day, or the first of those it is repeated on. */
  from: Day
  /** `HH:MM`, by the clock of the place where the phone is. */
  time: string
  /** Every day at the same time, without an end. */
  daily: boolean
  /** How long it takes. */
  minutes: number
  place?: string
  /** Minutes before it begins that the calendar sounds. */
  alarm: number
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
 * An iCalendar file (RFC 5545) of one event. Its times are floating: half past seven is half past seven wherever the phone is.
 * @param id of the event: the same again replaces it
 * @param made milliseconds since the epoch
 */
export function icalendar(event: CalendarEvent, id: string, made: number): string {
  const { title, note, from, time, daily, minutes, place, alarm } = event
  const start = `${from.replace(/-/g, '')}T${time.replace(':', '')}00`
  const stamp = `${new Date(made).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//e-dangshi//calendar//ZH',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${start}`,
    `DURATION:PT${minutes}M`,
    ...(daily ? ['RRULE:FREQ=DAILY'] : []),
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(note)}`,
    ...(place ? [`LOCATION:${escape(place)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(title)}`,
    alarm > 0 ? `TRIGGER:-PT${alarm}M` : 'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n')
}
