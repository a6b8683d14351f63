import { z } from 'zod'
import { coming } from './motion.ts'
import { anchor, words, type Kind } from './scene.ts'
import { broken, FRAME, text } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('quotation'),
  text: words(64),
  by: words(12),
  occasion: words(20).optional(),
  /** When its later parts are said. */
  then: z.array(anchor).default([]),
})
export type Quotation = z.infer<typeof schema>

const WIDTH = FRAME.width - 2 * FRAME.margin - 90

/** How many lines a quotation is set in, and how large. */
function setting(words: string): { size: number; lines: string[] } {
  for (const size of [76, 68, 60, 54]) {
    const lines = broken(words, size, WIDTH)
    if (lines.length * size * 1.5 <= 330) return { size, lines }
  }
  return { size: 50, lines: broken(words, 50, WIDTH) }
}

/** What somebody said, set large, line by line, and then who said it. */
export const quotation: Kind<Quotation> = {
  schema,
  steps: ({ text: said, then }) => {
    const { lines } = setting(said)
    return [...lines.slice(1).map((_, i) => then[i]), undefined]
  },
  claims: ({ text: said, by, occasion }) => [
    { words: said, exact: true },
    { words: by, exact: true },
    ...(occasion ? [{ words: occasion }] : []),
  ],
  draw({ text: said, by, occasion }, { now, start, beats }) {
    const { size, lines } = setting(said)
    const height = lines.length * size * 1.5
    const top = 60 + (400 - height) / 2 + size * 1.1
    const source = occasion ? `${by}，${occasion}` : by
    return (
      text('“', { x: 22, y: 170, size: 130, face: 'serif', fill: 'red', opacity: 0.3 + 0.7 * coming(now, start) }) +
      lines
        .map((it, i) =>
          text(it, {
            x: FRAME.margin + 90,
            y: top + i * size * 1.5,
            size,
            face: 'serif',
            opacity: coming(now, i === 0 ? start : beats[i - 1]!),
          }),
        )
        .join('') +
      text(source, {
        x: FRAME.width - FRAME.margin,
        y: 536,
        fill: 'soft',
        anchor: 'end',
        opacity: coming(now, beats.at(-1)!),
      })
    )
  },
}
