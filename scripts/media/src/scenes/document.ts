import { z } from 'zod'
import { coming, eased, ramp } from './motion.ts'
import { anchorOf, line, textOf, words, type Kind } from './scene.ts'
import { faded, INK, px, stroke, text } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('document'),
  title: words(14),
  date: words(16).optional(),
  lines: z.array(line(18)).min(1).max(5),
})
export type Document = z.infer<typeof schema>

const SHEET = { x: 190, y: 34, width: 900, height: 536 }

/** A sheet of paper with its title, its date and its lines, which come one by one. A drawing of what it says, not of how it looked. */
export const document: Kind<Document> = {
  schema,
  steps: ({ lines }) => lines.map(anchorOf),
  claims: ({ title, date, lines }) => [
    { words: title },
    ...(date ? [{ words: date }] : []),
    ...lines.map(it => ({ words: textOf(it) })),
  ],
  draw({ title, date, lines }, { now, start, beats }) {
    const up = eased(ramp(now, start, 0.8))
    const { x, y, width, height } = SHEET
    const middle = x + width / 2
    const head = date ? 216 : 150
    const step = Math.min(72, (540 - head) / lines.length)
    return (
      `<g transform="translate(0 ${px((1 - up) * 60)})"${faded(0.15 + up * 0.85)}>` +
      `<path d="M${x} ${y}H${x + width - 46}L${x + width} ${y + 46}V${y + height}H${x}Z" fill="${INK.sheet}" stroke="${INK.pale}" stroke-width="2.5"/>` +
      `<path d="M${x + width - 46} ${y}V${y + 46}H${x + width}" fill="none" stroke="${INK.pale}" stroke-width="2.5"/>` +
      text(title, { x: middle, y: 112, size: 58, face: 'serif', anchor: 'middle' }) +
      stroke(`M${middle - 60} 138h120`, 'red', 5, up) +
      (date ? text(date, { x: middle, y: 196, fill: 'soft', anchor: 'middle' }) : '') +
      lines
        .map((it, i) => text(textOf(it), { x: x + 60, y: head + step * (i + 0.72), opacity: coming(now, beats[i]!) }))
        .join('') +
      '</g>'
    )
  },
}
