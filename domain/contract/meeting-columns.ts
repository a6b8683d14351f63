/** The words and columns of meetings and of who was there, which screen, CSV and workbook share. */
import type { Column } from '../text/table'
import { formatMinute } from '../time/format'
import { meetingKindTitle } from './meeting-kinds'
import { leaveWord } from './meeting-record'
import type { AttendanceRow, MeetingSummary } from './meetings'

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
