import { formatWeek } from '../time/format'
import { type Slip, encodeSlip } from './slip'

/** Right answers of all answers, 0–100, or undefined when nothing was answered. */
export function percentRight(row: { answers: number; correct: number }): number | undefined {
  return row.answers > 0 ? Math.round((100 * row.correct) / row.answers) : undefined
}

/** The slip as six lines of text for a message; the last is the code, so pasting the whole text back reads the slip. */
export function slipLines(slip: Slip): string[] {
  const percent = percentRight(slip)
  return [
    `学习单（自报）${slip.week.slice(0, 4)}年${formatWeek(slip.week)}`,
    `姓名：${slip.name}\u3000支部：${slip.branch}`,
    `学习 ${slip.studyDays} 天（目标 ${slip.goal} 天）`,
    `学完 ${slip.items} 篇（集），用时 ${slip.minutes} 分钟`,
    percent === undefined ? '没有答题' : `答题 ${slip.answers} 道，答对 ${percent}%`,
    encodeSlip(slip),
  ]
}
