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

const BY_HAND = '应当由审校人写 approved: { by: 姓名, on: 日期 }'
const BY_WORKBOOK = '应当用 npm run review 导出审校表，请人逐句看过再读回来'

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
  const read = new Set<unknown>([...articles, ...episodes])
  const refuse = (at: Sourced<unknown>['at'], path: string, name: string, how = BY_HAND) =>
    errorAt(at, path, `${name} 没有审校人签字，不能发布；${how}`)
  return [
    ...items.flatMap(item =>
      item.value.approved ? [] : [refuse(item.at, '', item.value.id, read.has(item) ? BY_WORKBOOK : BY_HAND)],
    ),
    ...days.flatMap(({ at, value }) =>
      value.entries.flatMap((entry, position) =>
        entry.approved ? [] : [refuse(at, `entries.${position}`, `${value.day} 的条目`)],
      ),
    ),
  ]
}
