import { formatWeek } from '../time/format'
import { type Slip, encodeSlip } from './slip'

/** The slip as six lines of text for a message; the last is the code, so pasting the whole text back reads the slip. */
export function slipLines(slip: Slip): string[] {
  return [
    `学习单（自报）${slip.week.slice(0, 4)}年${formatWeek(slip.week)}`,
    `姓名：${slip.name}\u3000支部：${slip.branch}`,
    slip.studyDays > 0 ? `学习 ${slip.studyDays} 天` : '这一周还没有学',
    `学完 ${slip.items} 篇（集）`,
    slip.answers > 0 ? `答题 ${slip.answers} 道` : '没有答题',
    encodeSlip(slip),
  ]
}
