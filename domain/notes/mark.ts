import type { Span } from '../catalog/types'
import { textOf } from '../text/plain-text'

export interface Range {
  start: number
  end: number
}

/** A piece of a paragraph that is either marked or not. */
export interface MarkedSpan {
  span: Span
  marked: boolean
}

/** Cuts spans at the edges of the ranges, so that each piece is wholly marked or wholly not; the words stay the same. */
export function markSpans(spans: readonly Span[], ranges: readonly Range[]): MarkedSpan[] {
  const out: MarkedSpan[] = []
  let offset = 0
  for (const span of spans) {
    const text = textOf(span)
    const cuts = [0, text.length]
    for (const { start, end } of ranges) {
      for (const edge of [start - offset, end - offset]) if (edge > 0 && edge < text.length) cuts.push(edge)
    }
    cuts.sort((a, b) => a - b)
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i]!
      const to = cuts[i + 1]!
      if (from === to) continue
      const marked = ranges.some(range => range.start <= offset + from && offset + to <= range.end)
      out.push({ span: withText(span, text.slice(from, to)), marked })
    }
    offset += text.length
  }
  return out
}

function withText(span: Span, text: string): Span {
  if (typeof span === 'string') return text
  return span.length === 2 ? [text, span[1]] : [text, span[1], span[2]]
}
