import type { Block, Span } from '../catalog/types'
import { plainText, textOf } from '../text/plain-text'
import type { Replacement } from './errata'

function withText(span: Span, text: string): Span {
  if (typeof span === 'string') return text
  return [text, ...span.slice(1)] as unknown as Span
}

/** Follows whether the words that were to change, or those that took their place, have been met. */
export class Amender {
  /** Something that was asked for is now as it should be. */
  met = false
  /** How many texts have been changed. */
  changed = 0

  constructor(private readonly replacements: readonly Replacement[]) {}

  text = (words: string): string => {
    let out = words
    for (const { was, now } of this.replacements) {
      if (now !== '' && out.indexOf(now) >= 0) this.met = true
      else out = out.split(was).join(now)
    }
    return this.counted(words, out)
  }

  /** A paragraph keeps the citations whose words stay; words across the edge of one go to where they begin. */
  spans = (spans: Span[]): Span[] => {
    let out = spans
    for (const { was, now } of this.replacements) {
      if (now !== '' && plainText(out).indexOf(now) >= 0) this.met = true
      else out = replaceInSpans(out, was, now)
    }
    this.counted(plainText(spans), plainText(out))
    return out
  }

  blocks = (blocks: Block[]): Block[] =>
    blocks.map(block =>
      block.kind === 'heading'
        ? { ...block, text: this.text(block.text) }
        : { ...block, spans: this.spans(block.spans) },
    )

  /** Labelled lines, whose labels stay. */
  why = <T extends { spans: Span[] }>(lines: T[]): T[] =>
    lines.map(line => ({ ...line, spans: this.spans(line.spans) }))

  private counted(before: string, after: string): string {
    if (before !== after) {
      this.met = true
      this.changed += 1
    }
    return after
  }
}

function replaceInSpans(spans: Span[], was: string, now: string): Span[] {
  const whole = plainText(spans)
  const places: number[] = []
  for (let at = whole.indexOf(was); at >= 0; at = whole.indexOf(was, at + was.length)) places.push(at)
  // From the end, so that what stands before keeps its place.
  return places.reverse().reduce((out, at) => cutSpans(out, at, at + was.length, now), spans)
}

/** Puts `now` in the place of the characters from `start` to `end`. */
function cutSpans(spans: Span[], start: number, end: number, now: string): Span[] {
  const out: Span[] = []
  let offset = 0
  let put = false
  for (const span of spans) {
    const text = textOf(span)
    const from = Math.max(0, Math.min(text.length, start - offset))
    const to = Math.max(0, Math.min(text.length, end - offset))
    offset += text.length
    if (from === to) {
      out.push(span)
      continue
    }
    const left = text.slice(0, from) + (put ? '' : now) + text.slice(to)
    put = true
    if (left !== '') out.push(withText(span, left))
  }
  return out
}
