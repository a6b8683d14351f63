import { z } from 'zod'
import { BELOW, heading } from './heading.ts'
import { coming } from './motion.ts'
import { anchor, anchorOf, HEADING, line, textOf, words, type Kind } from './scene.ts'
import { FRAME, SMALLEST, stroke, text, widthOf } from './stage.ts'

const side = z.strictObject({ title: words(9), at: anchor, lines: z.array(line(12)).min(1).max(4) })
const schema = z.strictObject({ kind: z.literal('compare'), heading: HEADING, left: side, right: side })
export type Compare = z.infer<typeof schema>

/** Two sides of a line: before and after, here and there. */
export const compare: Kind<Compare> = {
  schema,
  empty: true,
  steps: ({ left, right }) => [left, right].flatMap(it => [it.at, ...it.lines.map(anchorOf)]),
  claims: ({ heading: head, left, right }) => [
    ...(head ? [{ words: head }] : []),
    ...[left, right].flatMap(it => [{ words: it.title }, ...it.lines.map(one => ({ words: textOf(one) }))]),
  ],
  draw({ heading: head, left, right }, moment) {
    const { now, start, beats } = moment
    const top = head ? BELOW.top : 70
    const half = FRAME.width / 2
    const room = half - FRAME.margin - 40
    const rows = Math.max(left.lines.length, right.lines.length)
    const all = [left, right].flatMap(it => it.lines.map(textOf))
    const size =
      [60, 54, 48].find(it => rows * it * 1.7 <= 290 && all.every(one => widthOf(one, it) <= room)) ?? SMALLEST
    const titled = [80, 70].find(it => [left, right].every(one => widthOf(one.title, it) <= room)) ?? 60
    let step = 0
    const column = ({ title, lines }: Compare['left'], x: number, red: boolean) => {
      const drawn = [
        text(title, {
          x,
          y: top + 78,
          size: titled,
          face: 'serif',
          fill: red ? 'red' : 'ink',
          opacity: coming(now, beats[step++]!),
        }),
        ...lines.map((it, i) =>
          text(textOf(it), { x, y: top + 92 + size * 1.7 * (i + 0.8), size, opacity: coming(now, beats[step++]!) }),
        ),
      ]
      return drawn.join('')
    }
    return (
      heading(head, moment) +
      stroke(`M${half} ${top}V${BELOW.bottom}`, 'ink', 3, coming(now, start)) +
      column(left, FRAME.margin, false) +
      column(right, half + 48, true)
    )
  },
}
