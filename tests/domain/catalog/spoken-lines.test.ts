import fc from 'fast-check'
import { lineAt, spokenLines } from '@domain/catalog/spoken-lines'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, spans: [text] })
const script = fc.array(fc.string({ unit: fc.constantFrom('党', '史', '，', '。', '！', '”', '“', '；') }), {
  maxLength: 6,
})

test('nothing of a script is lost, doubled or moved, and the times are those of one walk through it', () => {
  fc.assert(
    fc.property(script, fc.integer({ min: 1, max: 900 }), (texts, seconds) => {
      const lines = spokenLines({ blocks: texts.map(paragraph) }, seconds)
      texts.forEach((text, p) => {
        const own = lines.filter(line => line.paragraph === p)
        expect(own.map(line => line.text).join('')).toBe(text)
      })
      let at = 0
      for (const line of lines) {
        expect(line.start).toBeCloseTo(at)
        expect(line.end).toBeGreaterThan(line.start)
        at = line.end
      }
      if (lines.length) expect(at).toBeCloseTo(seconds)
    }),
  )
})

test('a sentence too long for one breath is divided at its pauses', () => {
  const long = `${'一二三四五六七八九十'.repeat(3)}，${'甲乙丙丁戊己庚辛壬癸'.repeat(3)}。`
  expect(spokenLines({ blocks: [paragraph(long)] }, 20).map(line => line.text.length)).toEqual([31, 31])
})

test('a recording’s own times are kept', () => {
  const sentences = [{ paragraph: 0, text: '一句。', start: 0.3, end: 1.2 }]
  expect(spokenLines({ blocks: [paragraph('一句。')], sentences }, 2)).toEqual(sentences)
})

test('a heading is not spoken', () => {
  expect(spokenLines({ blocks: [{ kind: 'heading', text: '题' }, paragraph('文。')] }, 2)).toHaveLength(1)
})

test('every second belongs to the line that has begun last', () => {
  const lines = spokenLines({ blocks: [paragraph('甲甲甲。乙乙乙。')] }, 8)
  expect([0, 3.9, 4, 7, 99].map(second => lineAt(lines, second))).toEqual([0, 0, 1, 1, 1])
})
