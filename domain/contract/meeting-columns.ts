/** The words and columns of meetings and of who was there, which screen, CSV and workbook share. */
import type { Column } from '../text/table'
import { formatFullDay, formatMinute, formatWeekday } from '../time/format'
import { meetingKindTitle } from './meeting-kinds'
import { leaveWord } from './meeting-record'
import type { AttendanceRow, MeetingSummary } from './meetings'

/** How a member came to be on the list of those present, in words. */
function attendanceState(row: Pick<AttendanceRow, 'present' | 'how' | 'leave'>): string {
  if (!row.present) return row.leave ? '请假' : '未签到'
  return row.how === 'hand' ? '书记登记' : '已签到'
}

/** Of the sheet that is printed: it hangs in the room, so why somebody is away is not on it. */
export const ATTENDANCE_SHEET_COLUMNS: readonly Column<AttendanceRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'state', title: '签到', type: 'text', value: attendanceState },
  { key: 'at', title: '签到时间', type: 'text', value: r => (r.at ? formatMinute(Date.parse(r.at)) : '') },
]
/** Of the secretary's own screen. */
export const ATTENDANCE_COLUMNS: readonly Column<AttendanceRow>[] = [
  ...ATTENDANCE_SHEET_COLUMNS,
  { key: 'reason', title: '原因', type: 'text', value: r => (r.leave ? leaveWord(r.leave) : (r.reason ?? '')) },
]

/** What stands above the table of a meeting's attendance: whose and which it is, and how many were there. */
export function attendanceHeading(branch: string, it: MeetingSummary): string[] {
  const { kind, title, day, time, place, members, present, leave } = it
  return [
    `${branch} ${meetingKindTitle(kind)}签到表`,
    title,
    `${formatFullDay(day)} ${formatWeekday(day)} ${time}${place ? `，${place}` : ''}`,
    `应到 ${members} 人，到会 ${present} 人，请假 ${leave} 人`,
  ]
}

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
