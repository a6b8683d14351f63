import type { ContestClock } from '../contract/contests'
import { ALLOWANCE_MS } from '../contract/contest-limits'
import { formatMoment } from '../time/format'

/** `30 秒`, `20 分钟`, `1 小时 30 分钟`: how long something may take. */
export function lengthWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return (
    [hours && `${hours} 小时`, minutes && `${minutes} 分钟`, rest && `${rest} 秒`].filter(Boolean).join(' ') || '0 秒'
  )
}

/** `每题 30 秒` or `一份卷 20 分钟`. */
export const clockWords = ({ kind, seconds }: ContestClock): string =>
  `${kind === 'question' ? '每题' : '一份卷'} ${lengthWords(seconds)}`

/** `11月29日 09:00 到 12月3日 18:00`, Asia/Shanghai. @param opens ISO 8601 @param closes ISO 8601 */
export const windowWords = ({ opens, closes }: { opens: string; closes: string }): string =>
  `${formatMoment(Date.parse(opens))} 到 ${formatMoment(Date.parse(closes))}`

/** `每人最多 3 次，取最好的一次` */
export const triesWords = (tries: number): string => (tries === 1 ? '每人一次' : `每人最多 ${tries} 次，取最好的一次`)

/** `4 分 12 秒`: what an answer sheet took, from the service's milliseconds. */
export function spentWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
}

interface Ruled {
  clock: ContestClock
  questions: number
  tries: number
}

/** The rules of a contest as an entrant reads them before the first question. */
export function ruleLines({ clock, questions, tries }: Ruled): string[] {
  const paper = clock.kind === 'paper'
  return [
    `一共 ${questions} 题，${clockWords(clock)}。一题一题地出，交了一题才有下一题，不能回头改。`,
    paper
      ? '时间到了自动交卷；正选着的那一题也一起交上。'
      : '时间到了：选好了的自动交上，还没有选的算没答。交了以后歇一歇也行，按“下一题”才开始下一题的时间。',
    '多选题全选对才算对，少选、多选都不算。',
    `看到第一题，${tries === 1 ? '这一次' : '这一次机会'}就用掉了。中途断网、关掉、没电、换手机，都从停下的地方接着答，但时间照走。`,
    `时间只看服务的钟，不看手机的钟。网络慢的会补答题的时间，量多少补多少，最多 ${ALLOWANCE_MS / 1000} 秒；比用时的时候不减。`,
    '每个人题目和选项的先后都不一样。',
    '先比答对几题，一样的再比用时。自己的成绩只说在前百分之几，不排到第几名。',
  ]
}
