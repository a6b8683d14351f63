import { citedIds } from '../compile/article'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'
import { makesHistory } from '../../../domain/catalog/histories'

/** A history (四史) that any event belongs to has an article: one more link in the only one can leave its page empty. */
export function checkHistories(corpus: Corpus, index: LedgerIndex): Problem[] {
  const { shelves } = corpus
  if (!shelves) return []
  const cited = corpus.articles.map(article => citedIds(article, 'event', index.events))
  return shelves.value.histories.flatMap(({ id: history, title }, at) => {
    const isOf = (event: string) => index.events.get(event)?.value.histories.includes(history) ?? false
    if (!corpus.events.some(({ value }) => value.histories.includes(history))) return []
    if (cited.some(events => makesHistory(events.filter(isOf).length, events.length))) return []
    const message = `“${title}”有事件，却没有一篇文章：没有哪一篇引用的事件至少一半属于它；应当在讲它的文章里引用它的事件，或少引一处别的`
    return [errorAt(shelves.at, `histories.${at}`, message)]
  })
}
