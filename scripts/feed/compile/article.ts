import type { LedgerIndex } from '../corpus/ledger-index'
import type { ArticleFront } from '../schema/article'
import { paragraphsOf, plainText, type Texted } from '../corpus/corpus'
import type { ArticleBody } from '../../../domain/catalog/types'
import { provenanceOf } from './provenance'
import { compileBlocks, compileSpans } from './spans'
import type { TermLinker } from './terms'

/** Ids of one kind that a text cites, in order of first citation. */
export function citedIds(
  { doc }: Texted<unknown>,
  kind: 'event' | 'person',
  known: { has(id: string): boolean },
): string[] {
  const ids = paragraphsOf(doc).flatMap(({ spans }) =>
    spans.flatMap(span => (span.kind === kind && known.has(span.id) ? [span.id] : [])),
  )
  return [...new Set(ids)]
}

/** An article as the reader opens it. */
export function compileArticle(article: Texted<ArticleFront>, index: LedgerIndex, terms: TermLinker): ArticleBody {
  const { value, doc } = article
  return {
    id: value.id,
    summary: value.summary,
    blocks: compileBlocks(doc.blocks, index, terms),
    keyPoints: doc.keyPoints.map(({ spans }) => plainText(spans)),
    ...(doc.why.length === 0
      ? {}
      : { why: doc.why.map(({ label, spans }) => ({ label, spans: compileSpans(spans, index, terms) })) }),
    related: value.related.filter(id => index.articles.has(id)),
    events: citedIds(article, 'event', index.events),
    people: citedIds(article, 'person', index.people),
    ...provenanceOf(value, index),
  }
}
