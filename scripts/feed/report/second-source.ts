import { claimsCarried, isRecord, type CarriedClaim, type ClaimKind } from '../citations/claims-carried'
import type { Corpus } from '../corpus/corpus'
import { indexLedger } from '../corpus/ledger-index'
import { table } from './table'

const KINDS: readonly ClaimKind[] = ['引语', '数字', '职务']

/** How many of the quotations, counts and offices of articles two sources carry, and what the others rest on. */
export function secondSourceSection(corpus: Corpus): string {
  const index = indexLedger(corpus)
  const records = new Set(corpus.sources.filter(isRecord).map(({ value }) => value.id))
  const rows = (corpus.shelves?.value.shelves ?? []).flatMap(({ id, title }) => {
    const claims = corpus.articles
      .filter(({ value }) => value.shelf === id)
      .flatMap(({ doc }) => claimsCarried(doc, index))
    return KINDS.map(kind => {
      const own = claims.filter(claim => claim.kind === kind)
      const count = (is: (claim: CarriedClaim) => boolean) => own.filter(is).length
      return [
        title,
        kind,
        own.length,
        count(({ sources }) => sources.length > 1),
        count(({ sources }) => sources.length === 1 && records.has(sources[0]!)),
        count(({ sources }) => sources.length === 1 && !records.has(sources[0]!)),
        count(({ sources }) => sources.length === 0),
      ]
    })
  })
  return [
    '## 引语、数字、职务各有几处来源',
    '文章里六个字以上的引语、带量词的数字（三以上）、写在人名前的职务，各算一次；看记下的原话里有没有它。大事记、简史、法律、毛泽东著作、《新闻联播》是记载本身。“换了说法”是原话里没有一模一样的字、数。',
    table(['书架', '种类', '处数', '两处以上', '一处，记载本身', '一处，网页', '换了说法'], rows),
  ].join('\n\n')
}
