import { z } from 'zod'
import { BELOW, heading } from './heading.ts'
import { coming, eased, ramp } from './motion.ts'
import { anchor, HEADING, words, type Kind } from './scene.ts'
import { faded, FRAME, INK, px, SMALLEST, stroke, text, widthOf } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('timeline'),
  heading: HEADING,
  points: z
    .array(z.strictObject({ when: words(12), what: words(22), at: anchor }))
    .min(2)
    .max(7),
})
export type Timeline = z.infer<typeof schema>

const LINE = 96

/** A red line that runs down from day to day. What is still to come is only a dot. */
export const timeline: Kind<Timeline> = {
  schema,
  steps: ({ points }) => points.map(({ at }) => at),
  claims: ({ heading: head, points }) => [
    ...(head ? [{ words: head }] : []),
    ...points.flatMap(({ when, what }) => [{ words: when }, { words: what }]),
  ],
  draw({ heading: head, points }, moment) {
    const { now, beats } = moment
    const step = Math.min(116, (BELOW.bottom - BELOW.top) / points.length)
    const top = BELOW.top + (BELOW.bottom - BELOW.top - step * points.length) / 3
    const y = (i: number) => top + step * (i + 0.5)
    const size = largest([58, 52, 48], step, points)
    const run = points.slice(1).reduce((sum, _, i) => sum + eased(ramp(now, beats[i + 1]! - 0.5, 0.9)), 0)
    const column = columnOf(points, size)
    const dots = points.map((_, i) => {
      const on = now >= beats[i]!
      return `<circle cx="${LINE}" cy="${px(y(i))}" r="${on ? 13 : 7}" fill="${on ? INK.red : INK.paper}" stroke="${on ? INK.paper : INK.pale}" stroke-width="3"/>`
    })
    const rows = points.map(({ when, what }, i) => {
      const opacity = coming(now, beats[i]!)
      return (
        text(when, { x: LINE + 48, y: y(i) + size * 0.36, size, face: 'serif', fill: 'red', opacity }) +
        text(what, { x: column, y: y(i) + size * 0.36, size, opacity })
      )
    })
    return (
      heading(head, moment) +
      `<path d="M${LINE} ${px(y(0))}V${px(y(points.length - 1))}" stroke="${INK.pale}" stroke-width="3" stroke-dasharray="1 13" stroke-linecap="round"${faded(0.9)}/>` +
      (run > 0 ? stroke(`M${LINE} ${px(y(0))}V${px(y(run))}`, 'red', 5) : '') +
      dots.join('') +
      rows.join('')
    )
  },
}

/** Where what happened begins, behind the longest date. */
function columnOf(points: Timeline['points'], size: number): number {
  return LINE + 48 + Math.max(...points.map(({ when }) => widthOf(when, size))) + size * 0.8
}

/** The largest of some sizes at which every row has room; few and short rows are set large. */
function largest(sizes: readonly number[], step: number, points: Timeline['points']): number {
  const fits = (size: number) =>
    step >= size * 1.5 &&
    columnOf(points, size) + Math.max(...points.map(({ what }) => widthOf(what, size))) <= FRAME.width - FRAME.margin
  return sizes.find(fits) ?? SMALLEST
}
