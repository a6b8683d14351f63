import { weekday } from '../dates/fuzzy'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'

interface Plan {
  articles: string[]
  episode?: string | undefined
  questions: string[]
}

/** 课程表 starts on a Monday and names what exists. */
export function checkSchedule({ schedule }: Corpus, index: LedgerIndex): Problem[] {
  if (!schedule) return []
  const { at, value } = schedule
  const problems: Problem[] = []
  if (weekday(value.starts) !== 0)
    problems.push(errorAt(at, 'starts', `starts ${value.starts} 不是星期一；应当写一个星期一`))
  const check = (plan: Plan, path: string) => {
    const need = (known: { has(id: string): boolean }, field: string, id: string) => {
      if (!known.has(id) && !index.broken.has(id))
        problems.push(errorAt(at, `${path}.${field}`, `课程表里的 ${id} 不存在；应当换一个已有的编号`))
    }
    plan.articles.forEach((id, position) => need(index.articles, `articles.${position}`, id))
    plan.questions.forEach((id, position) => need(index.questions, `questions.${position}`, id))
    if (plan.episode !== undefined) need(index.episodes, 'episode', plan.episode)
    for (const ids of [plan.articles, plan.questions]) {
      if (new Set(ids).size < ids.length) problems.push(errorAt(at, path, '同一天里有重复的编号；应当每个只写一次'))
    }
  }
  value.weeks.forEach((week, number) =>
    week.days.forEach((day, position) => check(day, `weeks.${number}.days.${position}`)),
  )
  const days = new Set<string>()
  value.festivals.forEach((festival, position) => {
    check(festival, `festivals.${position}`)
    if (days.has(festival.on))
      problems.push(errorAt(at, `festivals.${position}.on`, `${festival.on} 写了两次；应当每天只有一个主题`))
    days.add(festival.on)
  })
  return problems
}
