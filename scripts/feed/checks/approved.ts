import { errorAt, type Problem } from '../problem'
import type { Corpus, Sourced } from '../corpus/corpus'

/** For a release, every item has been read and signed by the operator's reviewer. */
export function checkApproved(corpus: Corpus): Problem[] {
  const { events, people, glossary, articles, episodes, questions, days } = corpus
  const items: Sourced<{ id: string; approved?: unknown }>[] = [
    ...events,
    ...people,
    ...glossary,
    ...articles,
    ...episodes,
    ...questions,
  ]
  const refuse = (at: Sourced<unknown>['at'], path: string, name: string) =>
    errorAt(at, path, `${name} 没有审校人签字，不能发布；应当由审校人写 approved: { by: 姓名, on: 日期 }`)
  return [
    ...items.flatMap(({ at, value }) => (value.approved ? [] : [refuse(at, '', value.id)])),
    ...days.flatMap(({ at, value }) =>
      value.entries.flatMap((entry, position) =>
        entry.approved ? [] : [refuse(at, `entries.${position}`, `${value.day} 的条目`)],
      ),
    ),
  ]
}
