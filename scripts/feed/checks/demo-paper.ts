import { DEMO_SHARES } from '../../../domain/contest/demo-paper'
import type { LedgerIndex } from '../corpus/ledger-index'
import { evidenceOf } from '../corpus/question-answer'
import { errorAt, type Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'

/** Kinds that no contest asks. */
const NONE: Record<string, number> = { fill: 0, order: 0 }
const LEVELS = ['难度一', '难度二', '难度三'] as const
const TYPES = { single: '单选', multiple: '多选', judge: '判断', fill: '填空', order: '排序' } as const

/** The 公开演示题 exist, are of kinds that a contest asks, no article has two of them, and every shelf and kind has its share. */
export function checkDemoPaper({ demo, questions }: Corpus, index: LedgerIndex): Problem[] {
  if (!demo) return []
  const { at, value } = demo
  const known = new Map(questions.map(it => [it.value.id, it.value]))
  const shelfOf = (article: string) => index.articles.get(article)?.value.shelf
  const problems: Problem[] = []
  const articles = new Map<string, string>()
  const counted = new Map<string, number>()
  const count = (key: string) => counted.set(key, (counted.get(key) ?? 0) + 1)
  value.questions.forEach((id, place) => {
    const question = known.get(id)
    if (!question) {
      const withheld = index.withheld.get(`question ${id}`)
      const why = withheld ? `已经撤到 ${withheld.at.file}` : '不存在'
      if (!index.broken.has(id))
        problems.push(errorAt(at, `questions.${place}`, `演示题 ${id} ${why}；应当运行 npm run feed:demo 重新选`))
      return
    }
    const { article } = evidenceOf(question)
    const other = articles.get(article)
    if (other !== undefined)
      problems.push(
        errorAt(at, `questions.${place}`, `${id} 和 ${other} 都出自 ${article}；应当一篇文章至多一道演示题`),
      )
    articles.set(article, id)
    const shelf = shelfOf(article)
    count(`${shelf} ${TYPES[question.type]}`)
    count(`${shelf} ${LEVELS[question.difficulty - 1]}`)
  })
  if (problems.length > 0) return problems
  const wanted = DEMO_SHARES.flatMap(({ shelf, levels, types }) => [
    ...LEVELS.map((level, i) => [`${shelf} ${level}`, levels[i]!] as const),
    ...Object.entries(TYPES).map(([type, name]) => [`${shelf} ${name}`, { ...NONE, ...types }[type]!] as const),
  ])
  return wanted.flatMap(([key, need]) => {
    const have = counted.get(key) ?? 0
    return have === need
      ? []
      : [errorAt(at, 'questions', `演示题里 ${key} 有 ${have} 道，应当 ${need} 道；运行 npm run feed:demo 重新选`)]
  })
}
