import { spanOf } from '../dates/fuzzy'
import { findMentions, isDatedClaim } from '../dates/mentions'
import { errorAt, errorOn, type Problem } from '../problem'
import { paragraphsOf, type Corpus, type TextDoc } from '../corpus/corpus'

export interface ClaimCount {
  cited: number
  /** Dated claims that stand in plain text. */
  plain: { text: string; line: number }[]
}

/** The last year of the ledger: what lies after it (到2035年) is a plan and not yet a fact to cite. */
export function lastYearOf({ events }: Corpus): number {
  return events.reduce((last, { value }) => Math.max(last, Math.floor(spanOf(value.date, value.end).to / 10000)), 0)
}

/** Counts the dated claims of a text's paragraphs: those that are event citations and those that are not. */
export function countClaims(doc: TextDoc, lastYear: number): ClaimCount {
  const count: ClaimCount = { cited: 0, plain: [] }
  for (const paragraph of paragraphsOf(doc)) {
    for (const span of paragraph.spans) {
      const text = span.text.normalize('NFKC')
      for (const mention of findMentions(text)) {
        if (span.kind === 'event') count.cited++
        else if (isDatedClaim(mention) && (mention.y ?? 0) <= lastYear)
          count.plain.push({ text: text.slice(mention.start, mention.end), line: span.line })
      }
    }
  }
  return count
}

/** Share of dated claims that are citations, 0–1; a text without dates has nothing to cite. */
export function citedShare({ cited, plain }: ClaimCount): number {
  return cited + plain.length === 0 ? 1 : cited / (cited + plain.length)
}

/** Dated claims of articles are citations: under 80 % is an error, under 95 % a warning. Scripts may cite and are not counted. */
export function checkClaims(corpus: Corpus): Problem[] {
  const lastYear = lastYearOf(corpus)
  return corpus.articles.flatMap(({ at, doc }) => {
    const count = countClaims(doc, lastYear)
    const share = citedShare(count)
    if (share >= 0.95) return []
    const level = share < 0.8 ? 'error' : 'warning'
    const summary = errorAt(
      at,
      '',
      `带日期的说法 ${count.cited + count.plain.length} 处，其中引文 ${count.cited} 处（${Math.floor(share * 100)}%）；应当不少于 95%`,
    )
    const places = count.plain.map(({ text, line }) =>
      errorOn(at, line, `“${text}”没有写成引文；应当写成 [${text}](event:编号)`),
    )
    return [summary, ...places].map(problem => ({ ...problem, level }))
  })
}
