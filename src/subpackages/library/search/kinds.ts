import type { DocumentKind } from '@domain/search/documents'
import type { Hit } from '@domain/search/search'

export const ALL = 'all'

const NAMES: Record<DocumentKind, string> = {
  article: '文章',
  episode: '听和看',
  event: '大事',
  person: '人物',
  term: '名词',
}

/** The kinds that were found, with how many of each; none where there is nothing to choose between. */
export function kindsOf(hits: readonly Hit[]): { value: string; text: string }[] {
  const counts = new Map<DocumentKind, number>()
  for (const { document } of hits) counts.set(document.kind, (counts.get(document.kind) ?? 0) + 1)
  if (counts.size < 2) return []
  const kinds = (Object.keys(NAMES) as DocumentKind[]).filter(kind => counts.has(kind))
  return [
    { value: ALL, text: `全部 ${hits.length}` },
    ...kinds.map(kind => ({ value: kind, text: `${NAMES[kind]} ${counts.get(kind)}` })),
  ]
}

/** What of it is of a kind. */
export const ofKind = (hits: readonly Hit[], kind: string): readonly Hit[] =>
  kind === ALL ? hits : hits.filter(it => it.document.kind === kind)
