import type { MemberDay } from '../progress/summaries'
import { isStudyDay } from '../progress/study-day'
import { type Day, addDays, dayStart, daysBetween, weekDays, weekStart } from '../time/day'
import { fromBase64url, toBase64url } from '../text/base64url'
import { utf8Bytes, utf8Text } from '../text/utf8'
import { crc32 } from './crc32'

/** A member's week as they hand it to the secretary: counters only, reported by themselves. */
export interface Slip {
  /** As the member types it, at most 16 characters. */
  name: string
  /** Branch code, at most 10 characters. */
  branch: string
  /** Monday. */
  week: Day
  /** 0–7. */
  studyDays: number
  /** Articles and episodes finished. */
  items: number
  answers: number
  /** When it was made, milliseconds, to the minute: a later slip of the same week replaces an earlier. */
  madeAt: number
  /** 0–65535, chosen once by each phone: tells two members of one name apart. */
  tag: number
}
export type SlipError = 'foreign' | 'damaged' | 'newer'
export type SlipReading = { ok: true; slip: Slip } | { ok: false; error: SlipError }

export const NAME_LIMIT = 16
export const BRANCH_LIMIT = 10
const PREFIX = 'EQX'
/** 2 left out the goal, the minutes and the right answers; 1 is read without them. */
const VERSION = 2
/** A Monday; weeks are counted from it. */
const FIRST_WEEK = '2020-01-06'
const MINUTE = 60_000

/** The slip of the week of `day` from local summaries. `now` in milliseconds, `who` as the settings hold it. */
export function slipOf(
  days: Record<string, MemberDay>,
  day: Day,
  who: Pick<Slip, 'name' | 'branch' | 'tag'>,
  now: number,
): Slip {
  const own = weekDays(day).flatMap(d => days[d] ?? [])
  const sum = (of: (d: MemberDay) => number) => own.reduce((n, d) => n + of(d), 0)
  return {
    name: cut(who.name, NAME_LIMIT),
    branch: cut(who.branch, BRANCH_LIMIT),
    tag: who.tag,
    week: weekStart(day),
    studyDays: own.filter(isStudyDay).length,
    items: sum(d => d.items.length),
    answers: sum(d => d.answers),
    madeAt: Math.floor(now / MINUTE) * MINUTE,
  }
}

/**
 * The text of the QR code: `EQX2.` and base64url of the counters, both texts and a CRC-32; at most 150 characters.
 * Throws RangeError for a slip that its fields' limits forbid.
 */
export function encodeSlip(slip: Slip): string {
  if (!valid(slip)) throw new RangeError('not a study slip')
  const made = Math.min(0xffff, Math.max(0, Math.round((slip.madeAt - dayStart(slip.week)) / MINUTE)))
  const bytes = [
    ...u16(daysBetween(FIRST_WEEK, slip.week) / 7),
    slip.studyDays,
    ...u16(made),
    ...u16(slip.tag),
    ...[slip.items, slip.answers].flatMap(varint),
    ...[slip.name, slip.branch].flatMap(text => {
      const encoded = utf8Bytes(text)
      return [encoded.length, ...encoded]
    }),
  ]
  const crc = crc32(bytes)
  return `${PREFIX}${VERSION}.${toBase64url([...bytes, ...u16(crc >>> 16), ...u16(crc & 0xffff)])}`
}

/**
 * Reads every slip of a scanned code or a pasted text, such as several members' lines copied out of a chat at once: at least
 * one reading. Errors: `foreign` is no study slip, `newer` was made by a later version of the app, `damaged` is a slip with
 * something missing or altered.
 */
export function decodeSlips(text: string): SlipReading[] {
  const codes = text.match(/EQX\d{1,3}\.[A-Za-z0-9_-]*/g) ?? []
  return codes.length > 0 ? codes.map(readCode) : [{ ok: false, error: 'foreign' }]
}

function readCode(code: string): SlipReading {
  const [head = '', body = ''] = code.split('.')
  const version = head.slice(PREFIX.length)
  if (Number(version) > VERSION) return { ok: false, error: 'newer' }
  const bytes = version === '1' || version === '2' ? fromBase64url(body) : undefined
  const slip = bytes && read(bytes, version === '1')
  return slip ? { ok: true, slip } : { ok: false, error: 'damaged' }
}

/** `old`: of version 1, whose goal, minutes and right answers are read over. */
function read(bytes: number[], old: boolean): Slip | undefined {
  let at = 0
  const u8 = () => bytes[at++] ?? NaN
  const word = () => u8() * 256 + u8()
  const number = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = u8()
      value += (byte & 127) * scale
      if (!(byte >= 128) || scale > 128 ** 3) return value
    }
  }
  const text = () => {
    const length = u8()
    at += length
    return utf8Text(bytes.slice(at - length, at))
  }
  const body = bytes.slice(0, -4)
  const week = addDays(FIRST_WEEK, 7 * word())
  const days = u8()
  const [made, tag, items] = [word(), word(), number()]
  if (old) number()
  const answers = number()
  if (old) number()
  const [name, branch] = [text(), text()]
  if (at !== body.length || word() * 65536 + word() !== crc32(body)) return undefined
  if (name === undefined || branch === undefined) return undefined
  const madeAt = dayStart(week) + made * MINUTE
  const studyDays = old ? days & 15 : days
  const slip: Slip = { name, branch, week, studyDays, items, answers, madeAt, tag }
  return valid(slip) ? slip : undefined
}

const whole = (n: number, max: number) => Number.isInteger(n) && n >= 0 && n <= max

function valid(s: Slip): boolean {
  return (
    weekStart(s.week) === s.week &&
    whole(daysBetween(FIRST_WEEK, s.week) / 7, 0xffff) &&
    whole(s.studyDays, 7) &&
    whole(s.tag, 0xffff) &&
    [s.items, s.answers].every(n => whole(n, 1e6)) &&
    fits(s.name, NAME_LIMIT) &&
    fits(s.branch, BRANCH_LIMIT)
  )
}

/** At most `limit` characters and three bytes for each: a rare four-byte character takes the room of two. */
const fits = (text: string, limit: number) => Array.from(text).length <= limit && bytesOf(text) <= 3 * limit

/** Half a surrogate pair has no UTF-8: it does not fit. */
function bytesOf(text: string): number {
  try {
    return utf8Bytes(text).length
  } catch {
    return Infinity
  }
}

function cut(text: string, limit: number): string {
  let chars = Array.from(text.trim()).filter(c => bytesOf(c) <= 4)
  while (!fits(chars.join(''), limit)) chars = chars.slice(0, -1)
  return chars.join('')
}

const u16 = (n: number) => [(n >> 8) & 255, n & 255]

function varint(n: number): number[] {
  return n < 128 ? [n] : [(n % 128) | 128, ...varint(Math.floor(n / 128))]
}
