import { weekday } from '../dates/fuzzy'
import { evidenceOf } from '../corpus/question-answer'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import { waitFor } from './waiting'
import type { Corpus, WithheldItem } from '../corpus/corpus'

interface Plan {
  articles: string[]
  episode?: string | undefined
  questions: string[]
}

type Kind = 'article' | 'episode' | 'question'

/** 课程表 starts on a Monday and names what exists. */
export function checkSchedule(corpus: Corpus, index: LedgerIndex): Problem[] {
  const { schedule } = corpus
  if (!schedule) return []
  const substitutes = substitutesOf(corpus, index)
  const { at, value } = schedule
  const problems: Problem[] = []
  if (weekday(value.starts) !== 0)
    problems.push(errorAt(at, 'starts', `starts ${value.starts} 不是星期一；应当写一个星期一`))
  const check = (plan: Plan, path: string) => {
    const need = (kind: Kind, known: { has(id: string): boolean }, field: string, id: string) => {
      if (known.has(id)) return
      if (index.broken.has(id)) return void problems.push(waitFor(id, at))
      const withheld = index.withheld.get(`${kind} ${id}`)
      const message = withheld
        ? `课程表里的 ${id} 已经撤到 ${withheld.at.file}（${withheld.reason}）；应当换成${substitutes(kind, withheld)}`
        : `课程表里的 ${id} 不存在；应当换一个已有的编号`
      problems.push(errorAt(at, `${path}.${field}`, message))
    }
    plan.articles.forEach((id, position) => need('article', index.articles, `articles.${position}`, id))
    plan.questions.forEach((id, position) => need('question', index.questions, `questions.${position}`, id))
    if (plan.episode !== undefined) need('episode', index.episodes, 'episode', plan.episode)
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

/** Proposes, for what was withheld, an item of the same shelf that the schedule names nowhere; each is proposed once. */
function substitutesOf(corpus: Corpus, index: LedgerIndex): (kind: Kind, withheld: WithheldItem) => string {
  const { weeks, festivals } = corpus.schedule!.value
  const plans = [...weeks.flatMap(({ days }) => days), ...festivals]
  const taken = new Set(plans.flatMap(plan => [...plan.articles, ...plan.questions, plan.episode ?? '']))
  const shelfOf = (question: { evidence: string }) => index.articles.get(evidenceOf(question).article)?.value.shelf
  const items: Record<Kind, { id: string; shelf: string | undefined }[]> = {
    article: corpus.articles.map(({ value: { id, shelf } }) => ({ id, shelf })),
    episode: corpus.episodes.map(({ value: { id, shelf } }) => ({ id, shelf })),
    question: corpus.questions.map(({ value }) => ({ id: value.id, shelf: shelfOf(value) })),
  }
  return (kind, { value: { shelf } }) => {
    const free = items[kind].filter(({ id }) => !taken.has(id))
    const found = free.find(it => shelf === undefined || it.shelf === shelf) ?? free[0]
    if (!found) return '别处已经用过的一个（没有空着的了）'
    taken.add(found.id)
    return ` ${found.id}`
  }
}
