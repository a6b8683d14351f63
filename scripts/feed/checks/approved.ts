import { indexLedger } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { Corpus, Sourced } from '../corpus/corpus'
import { rowsOf } from '../review/rows'
import { signatureOf } from '../review/signature'

/** An approval is of the sentences and sources that somebody read: it was written by a workbook read back, and falls with them. */
export function checkSigned(corpus: Corpus): Problem[] {
  const signed = [...corpus.articles, ...corpus.episodes].filter(({ value }) => value.approved)
  if (signed.length === 0) return []
  const index = indexLedger(corpus)
  return signed.flatMap(text => {
    const { by, of } = text.value.approved!
    if (of === signatureOf(rowsOf(text, index))) return []
    const why = of === undefined ? '不是读回审校表写上的' : '签字以后句子或来源改过'
    return [errorAt(text.at, 'approved', `${by} 的审校作不得数：${why}；应当去掉 approved，重新导出审校表请人看`)]
  })
}

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
