/** What is kept of a meeting beside who was there: leave, who led it and who wrote, what was studied, what was said. */
import type { Leave, MeetingDetail, MeetingRecord } from './meetings'

/** Why somebody is on leave: a short list, so that nobody has to explain an illness. */
export const LEAVE_REASONS = {
  health: '身体原因',
  work: '工作安排',
  away: '外出',
  family: '家里有事',
  other: '其他',
} as const
export type LeaveReason = keyof typeof LEAVE_REASONS

/** Bounds of what is written, in characters. */
export const LEAVE_NOTE_LIMIT = 50
export const MINUTES_LIMIT = 5_000
export const GROUP_NAME_LIMIT = 12
/** Articles and episodes of one meeting. */
export const LINKS_LIMIT = 10
/** 学时 of one meeting, in halves, at most a day of training. */
export const HOURS_MAX = 8

/** What the fields are called in the trace of an edit. */
export const RECORD_FIELDS: Record<keyof MeetingRecord, string> = {
  title: '主题',
  day: '日期',
  time: '时间',
  place: '地点',
  group: '党小组',
  chair: '主持人',
  recorder: '记录人',
  hours: '学时',
  links: '学习内容',
  minutes: '会议记录',
}

/** The record of a meeting as it was read. */
export function recordOf({ meeting, minutes, chair, recorder }: MeetingDetail): MeetingRecord {
  const { title, day, time, place, group, hours, links } = meeting
  return { title, day, time, place, group, chair, recorder, hours, links, minutes }
}

/** 身体原因：住院. */
export const leaveWord = ({ reason, note }: Leave): string => LEAVE_REASONS[reason] + (note ? `：${note}` : '')
