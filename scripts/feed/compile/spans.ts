import type { LedgerIndex } from '../corpus/ledger-index'
import type { TextBlock, TextSpan } from '../corpus/corpus'
import type { Block, Span } from '../../../domain/catalog/types'
import type { TermLinker } from './terms'

/** Compiled spans. A citation of something that does not exist (only in a draft) stays as plain words. */
export function compileSpans(spans: readonly TextSpan[], index: LedgerIndex, terms?: TermLinker): Span[] {
  const compiled: Span[] = []
  for (const span of spans) {
    if (span.kind === 'strong') compiled.push([span.text, 'strong'])
    else if (span.kind === 'text') for (const part of terms?.(span.text) ?? [span.text]) push(compiled, part)
    else if (exists(span, index)) compiled.push([span.text, span.kind, span.id])
    else push(compiled, span.text)
  }
  return compiled
}

function push(spans: Span[], part: Span): void {
  const last = spans.at(-1)
  if (typeof part === 'string' && typeof last === 'string') spans[spans.length - 1] = last + part
  else spans.push(part)
}

function exists(span: { kind: 'event' | 'person' | 'article'; id: string }, index: LedgerIndex): boolean {
  if (span.kind === 'event') return index.events.has(span.id)
  return span.kind === 'person' ? index.people.has(span.id) : index.articles.has(span.id)
}

/** Compiled blocks of a text. */
export function compileBlocks(blocks: readonly TextBlock[], index: LedgerIndex, terms?: TermLinker): Block[] {
  return blocks.map(block =>
    block.kind === 'heading'
      ? { kind: 'heading', text: block.text }
      : {
          kind: 'paragraph',
          ...(block.id === undefined ? {} : { id: block.id }),
          spans: compileSpans(block.spans, index, terms),
        },
  )
}
