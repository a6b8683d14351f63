/** 三会一课 and 主题党日: who was there, by a code that the secretary shows or by the secretary's word. */
import type { Column } from '../text/table'
import type { Day } from '../time/day'
import { formatMinute } from '../time/format'
import { type Leave, leaveWord } from './meeting-record'

export const MEETING_KINDS = [
  { id: 'congress', title: '支部党员大会' },
  { id: 'committee', title: '支部委员会' },
  { id: 'group', title: '党小组会' },
  { id: 'lecture', title: '党课' },
  { id: 'theme_day', title: '主题党日' },
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]['id']

/** `POST /v1/branches/:branch/meetings`, with an idempotency key (./idempotency-key). */
export interface NewMeeting {
  kind: MeetingKind
  title: string
  day: Day
  /** `HH:MM`, Asia/Shanghai. */
  time: string
  place?: string
  /** The 党小组 whose meeting it is, of kind `group` only; all of them without. */
  group?: string
}
export interface Meeting extends NewMeeting {
  id: string
}
/** What the roster says of offices in the branch: its 党小组 by name, and how many are in the committee. */
export interface BranchPosts {
  groups: string[]
  committee: number
}
/** One of `GET /v1/branches/:branch/meetings`. */
export interface MeetingSummary extends Meeting {
  /**
   * Members on the list: of those in the branch when it began (of one to come, now) the committee, a 党小组 or all, by the kind,
   * and whoever was there. Where the roster marks no committee, all.
   */
  members: number
  present: number
  /** Of the members on the list. */
  leave: number
  /** 学时 of whoever was there. */
  hours: number
  /** Ids of articles and episodes. */
  links: string[]
  /** ISO 8601: check-in is open until then. */
  openUntil?: string
}
/** `GET /v1/branches/:branch/meetings`: the latest first, at most {@link MEETING_LIST}, and how many there are. */
export interface MeetingList {
  meetings: MeetingSummary[]
  total: number
  posts: BranchPosts
}
/** A branch's list of meetings is no longer than this; files have them all. */
export const MEETING_LIST = 200
export interface AttendanceRow {
  member: string
  name: string
  present: boolean
  /** ISO 8601. */
  at?: string
  how?: 'code' | 'hand'
  /** Why the secretary marked it by hand. */
  reason?: string
  leave?: Leave
}
/** `GET /v1/branches/:branch/meetings/:meeting`. */
export interface MeetingDetail {
  meeting: MeetingSummary
  rows: AttendanceRow[]
  /** Ids of members of the branch, of now or of then. */
  chair?: string
  recorder?: string
  minutes?: string
  /** How often it was edited. */
  edits: number
  posts: BranchPosts
}
/** `GET /v1/me/meetings` → `{ meetings }`: what is arranged in one's branch from today on and expects one, the nearest first. */
export type OwnMeeting = Meeting
/** `POST …/:meeting/code`: shown once, kept as a hash; asking again makes a new one and ends the old. */
export interface CheckInCode {
  /** Text of the QR code. */
  qr: string
  /** Six digits, to be typed. */
  digits: string
  /** ISO 8601. */
  until: string
}
/** `POST /v1/me/meetings/sign-in` with `{ code }`. */
export interface CheckedIn {
  meeting: Meeting
  at: string
  /** Had checked in before. */
  already: boolean
}

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

/** The name of a kind of meeting. */
export function meetingKindTitle(kind: MeetingKind): string {
  return MEETING_KINDS.find(it => it.id === kind)!.title
}

/** How a member came to be on the list of those present, in words. */
export function attendanceState(row: Pick<AttendanceRow, 'present' | 'how' | 'leave'>): string {
  if (!row.present) return row.leave ? '请假' : '未签到'
  return row.how === 'hand' ? '书记登记' : '已签到'
}

export const ATTENDANCE_COLUMNS: readonly Column<AttendanceRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'state', title: '签到', type: 'text', value: attendanceState },
  { key: 'at', title: '签到时间', type: 'text', value: r => (r.at ? formatMinute(Date.parse(r.at)) : '') },
  { key: 'reason', title: '原因', type: 'text', value: r => (r.leave ? leaveWord(r.leave) : (r.reason ?? '')) },
]

export const MEETING_COLUMNS: readonly Column<MeetingSummary>[] = [
  { key: 'day', title: '日期', type: 'text', value: r => r.day },
  { key: 'time', title: '时间', type: 'text', value: r => r.time },
  { key: 'kind', title: '类型', type: 'text', value: r => meetingKindTitle(r.kind) },
  { key: 'title', title: '主题', type: 'text', value: r => r.title },
  { key: 'place', title: '地点', type: 'text', value: r => r.place ?? '' },
  { key: 'members', title: '应到', type: 'number', value: r => r.members },
  { key: 'present', title: '实到', type: 'number', value: r => r.present },
  { key: 'leave', title: '请假', type: 'number', value: r => r.leave },
  { key: 'hours', title: '学时', type: 'number', value: r => r.hours },
]
