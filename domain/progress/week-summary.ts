import type { MemberDay } from './summaries'
import { weekDays } from '../time/day'
import { formatWeek } from '../time/format'
import { engagedSeconds, isStudyDay } from './study-day'

/** A week of the member's own study, for themselves to pass on. */
export interface WeekSummary {
  /** `11月23日至29日`. */
  week: string
  studyDays: number
  minutes: number
  articles: number
  episodes: number
  answers: number
  /** 0–100, whole; undefined without answers. */
  percentRight?: number
}

/** Sums up the week (Monday to Sunday) of `day`. */
export function weekSummary(days: Record<string, MemberDay>, day: string): WeekSummary {
  const known = weekDays(day).flatMap(it => days[it] ?? [])
  const sum = (count: (it: MemberDay) => number) => known.reduce((total, it) => total + count(it), 0)
  const answers = sum(it => it.answers)
  return {
    week: formatWeek(day),
    studyDays: known.filter(isStudyDay).length,
    minutes: Math.round(sum(engagedSeconds) / 60),
    articles: sum(it => it.new_articles),
    episodes: sum(it => it.new_episodes),
    answers,
    ...(answers > 0 ? { percentRight: Math.round((100 * sum(it => it.correct_answers)) / answers) } : {}),
  }
}

/** The summary in lines of words, the same for text and picture. */
export function summaryLines(it: WeekSummary): string[] {
  const right = it.percentRight === undefined ? '' : `，答对 ${it.percentRight}%`
  return [
    `学了 ${it.studyDays} 天，共 ${it.minutes} 分钟`,
    `读完 ${it.articles} 篇文章，听看 ${it.episodes} 集`,
    `答了 ${it.answers} 道题${right}`,
  ]
}
