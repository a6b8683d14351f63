/** Checking in at a meeting by a code that the secretary shows. */
import type { Day } from '../time/day'

/** A code is good for so many minutes unless the secretary asks for another time, at most {@link CODE_MINUTES_MAX}. */
export const CODE_MINUTES = 10
export const CODE_MINUTES_MAX = 60
/**
 * `soon`: the day is to come, and nobody was there yet; `now`: check-in can be opened, and a code of then lasts its time; `past`: the
 * day is over, and who was there is marked by hand.
 */
export function checkInTime(day: Day, today: Day): 'soon' | 'now' | 'past' {
  if (day === today) return 'now'
  return day < today ? 'past' : 'soon'
}

const PREFIX = 'EQX-QD.'

/** The QR code's text of a secret of 22 base64url characters. */
export function checkInText(secret: string): string {
  return PREFIX + secret
}

/** What a member scanned or typed, as it was made: the QR code's secret or six digits; undefined when it is neither. */
export function readCheckIn(text: string): { secret: string } | { digits: string } | undefined {
  const plain = text.replace(/[０-９]/g, wide => String(wide.charCodeAt(0) - 0xff10)).replace(/\s/g, '')
  if (/^\d{6}$/.test(plain)) return { digits: plain }
  const secret = plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : ''
  return /^[\w-]{22}$/.test(secret) ? { secret } : undefined
}
