import fc from 'fast-check'
import { locate, quoteOf, sentencesOf } from '../../../domain/notes/anchor'
import { markSpans } from '../../../domain/notes/mark'
import type { Span } from '../../../domain/catalog/types'

const prose = fc.stringMatching(/^[一二三四五六七八九十，。；！]{1,60}$/)

test('a passage is found again where it was taken from, unless an equal one has equal surroundings', () => {
  fc.assert(
    fc.property(prose, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      fc.pre(end > start)
      const quote = quoteOf(text, start, end)
      const found = locate([text], quote)!
      expect(text.slice(found.start, found.end)).toBe(quote.exact)
      const again = quoteOf(text, found.start, found.end)
      expect(again).toEqual(quote)
    }),
  )
})

test('words added before and after move the passage and do not lose it', () => {
  const paragraphs = ['红军到了土城。红军过了河。', '红军到了扎西。']
  const quote = quoteOf(paragraphs[1]!, 0, 4)
  const edited = ['新加的一段。', paragraphs[0]!, '随后，红军到了扎西。还有一句。']
  expect(locate(edited, quote)).toEqual({ paragraph: 2, start: 3, end: 7 })
})

test('a passage whose words are gone is not found somewhere else', () => {
  expect(locate(['另外的话。'], quoteOf('红军过了河。', 0, 5))).toBeUndefined()
})

test('sentences cover a paragraph without gap or overlap', () => {
  fc.assert(
    fc.property(prose, text => {
      const cut = sentencesOf(text)
      expect(cut.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }),
  )
})

const spans = fc.array(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.string({ minLength: 1, maxLength: 8 }).map((text): Span => [text, 'event', 'x']),
  ) as fc.Arbitrary<Span>,
  { maxLength: 6 },
)
const textOf = (span: Span) => (typeof span === 'string' ? span : span[0])

test('marking changes no word and marks exactly the range', () => {
  fc.assert(
    fc.property(spans, fc.nat(40), fc.nat(40), (given, a, b) => {
      const text = given.map(textOf).join('')
      const range = { start: Math.min(a, b), end: Math.min(Math.max(a, b), text.length) }
      const pieces = markSpans(given, [range])
      expect(pieces.map(piece => textOf(piece.span)).join('')).toBe(text)
      const marked = pieces
        .filter(piece => piece.marked)
        .map(piece => textOf(piece.span))
        .join('')
      expect(marked).toBe(text.slice(range.start, range.end))
    }),
  )
})
