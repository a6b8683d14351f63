import { z } from 'zod'
import { BELOW, heading } from './heading.ts'
import { coming } from './motion.ts'
import { anchor, HEADING, words, type Kind } from './scene.ts'
import { FRAME, INK, px, SMALLEST, text, widthOf } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('names'),
  heading: HEADING,
  /** What stands in red before names that belong together: where they come from, what they do. */
  rows: z
    .array(z.strictObject({ of: words(8).optional(), names: z.array(words(9)).min(1).max(5), at: anchor }))
    .min(1)
    .max(7),
})
export type Names = z.infer<typeof schema>

/** A list of names, row by row. */
export const names: Kind<Names> = {
  schema,
  empty: true,
  steps: ({ rows }) => rows.map(({ at }) => at),
  claims: ({ heading: head, rows }) => [
    ...(head ? [{ words: head }] : []),
    ...rows.flatMap(({ of, names: those }) => [
      ...(of ? [{ words: of }] : []),
      ...those.map(name => ({ words: name, exact: true as const })),
    ]),
  ],
  draw({ heading: head, rows }, moment) {
    const { now, beats } = moment
    const many = rows.length > 6
    const top = many ? 138 : BELOW.top
    const step = Math.min(104, (BELOW.bottom + 6 - top) / rows.length)
    const columnAt = (size: number) => Math.max(0, ...rows.map(({ of }) => (of ? widthOf(of, size) + size : 0)))
    const widthAt = (size: number) =>
      columnAt(size) + Math.max(...rows.map(it => it.names.reduce((sum, name) => sum + widthOf(name, size) + size, 0)))
    const size =
      [60, 54, 48].find(it => step >= it * 1.5 && widthAt(it) <= FRAME.width - 2 * FRAME.margin - 36) ?? SMALLEST
    const column = columnAt(size)
    return (
      heading(head, moment) +
      rows
        .map(({ of, names: those }, i) => {
          const y = top + step * (i + 0.5) + size * 0.36
          const opacity = coming(now, beats[i]!)
          let x = FRAME.margin + 36 + column
          const line = those.map(name => {
            const drawn = text(name, { x, y, size, face: 'serif', opacity })
            x += widthOf(name, size) + size
            return drawn
          })
          const mark =
            opacity > 0 ? `<circle cx="${FRAME.margin + 8}" cy="${px(y - size * 0.36)}" r="7" fill="${INK.red}"/>` : ''
          return (
            mark +
            (of ? text(of, { x: FRAME.margin + 36, y, size, fill: 'red', face: 'serif', opacity }) : '') +
            line.join('')
          )
        })
        .join('')
    )
  },
}
