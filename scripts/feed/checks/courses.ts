import { evidenceOf } from '../corpus/question-answer'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'

/** Fewest questions of a step that is a quiz. */
const QUIZ = 2

/** Courses name what exists, each once; a quiz comes after its article and has questions; weeks hold more than one kind. */
export function checkCourses(corpus: Corpus, index: LedgerIndex): Problem[] {
  const asked = new Map<string, number>()
  for (const { value } of corpus.questions) {
    const { article } = evidenceOf(value)
    asked.set(article, (asked.get(article) ?? 0) + 1)
  }
  return corpus.courses.flatMap(({ at, value: { id: course, weeks } }) => {
    const problems: Problem[] = []
    const before = new Set<string>()
    weeks.forEach(({ items }, week) =>
      items.forEach((item, place) => {
        const fail = (message: string) => problems.push(errorAt(at, `weeks.${week}.items.${place}`, message))
        const quiz = typeof item !== 'string'
        const id = quiz ? item.quiz : item
        const name = quiz ? `quiz ${id}` : id
        const kind = id.startsWith('e-') ? 'episode' : 'article'
        const known = kind === 'episode' ? index.episodes : index.articles
        const withheld = index.withheld.get(`${kind} ${id}`)
        if (withheld)
          fail(`课程 ${course} 里的 ${id} 已经撤到 ${withheld.at.file}（${withheld.reason}）；应当换一个已有的编号`)
        else if (!known.has(id) && !index.broken.has(id)) fail(`课程 ${course} 里的 ${id} 不存在；应当换一个已有的编号`)
        else if (quiz && !before.has(id)) fail(`${id} 的题排在文章前面；应当先排文章，再排 { quiz: ${id} }`)
        else if (quiz && (asked.get(id) ?? 0) < QUIZ) fail(`${id} 不到 ${QUIZ} 道题；应当换一篇有题的文章`)
        if (before.has(name)) fail(`${name} 在课程里写了两次；应当只写一次`)
        before.add(name)
      }),
    )
    return problems
  })
}
