import { z } from 'zod'
import { heading } from './heading.ts'
import { coming, eased, ramp } from './motion.ts'
import { anchor, HEADING, words, type Kind } from './scene.ts'
import { FRAME, INK, px, text, widthOf } from './stage.ts'

const figure = words(9).refine(it => /\d/.test(it), { error: '里面没有阿拉伯数字；数出来的数要写成 25万人 这样' })
const schema = z.strictObject({
  kind: z.literal('count'),
  heading: HEADING,
  figures: z
    .array(
      z.strictObject({
        figure,
        what: words(22),
        at: anchor,
        /** For bars under the figures that can be compared: how long, in any unit. */
        bar: z.number().positive().optional(),
      }),
    )
    .min(1)
    .max(3),
})
export type Count = z.infer<typeof schema>

/** Seconds in which a number counts up. */
const COUNTING = 1.6

/** A figure as far as it has counted: `25万人` at a half is `13万人`; commas and decimals stay as they are written. */
export function counted(words: string, share: number): string {
  return words.replace(/\d[\d,]*(?:\.\d+)?/, run => {
    const decimals = run.split('.')[1]?.length ?? 0
    const value = Number(run.replaceAll(',', '')) * share
    const fixed = value.toFixed(decimals)
    return run.includes(',') ? fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : fixed
  })
}

/** Numbers that count up to what they are. A row each: the figure large, beside it what it says. */
export const count: Kind<Count> = {
  schema,
  empty: true,
  steps: ({ figures }) => figures.map(({ at }) => at),
  claims: ({ heading: head, figures }) => [
    ...(head ? [{ words: head }] : []),
    ...figures.flatMap(it => [{ words: it.figure }, { words: it.what }]),
  ],
  draw({ heading: head, figures }, moment) {
    const { now, beats } = moment
    const top = head ? 140 : 60
    const step = (552 - top) / figures.length
    const size = figures.length === 1 ? 190 : figures.length === 2 ? 132 : 96
    const widest = Math.max(...figures.map(it => widthOf(it.figure, size)))
    const longest = Math.max(...figures.map(it => it.bar ?? 0))
    const rows = figures.map(({ figure: whole, what, bar }, i) => {
      const shown = coming(now, beats[i]!)
      if (shown <= 0) return ''
      const share = eased(ramp(now, beats[i]!, COUNTING))
      const alone = figures.length === 1
      const y = top + step * (i + 0.5) + (alone ? 20 : size * 0.36) - (bar ? 18 : 0)
      const beside = FRAME.margin + widest + 40
      const grown = bar ? (bar / longest) * (FRAME.width - 2 * FRAME.margin) * share : 0
      return (
        text(counted(whole, share), { x: FRAME.margin, y, size, face: 'serif', fill: 'red' }) +
        (alone
          ? text(what, { x: FRAME.margin, y: y + 100, size: 50, opacity: shown })
          : text(what, { x: beside, y: y - (size - 44) * 0.18, opacity: shown })) +
        (bar
          ? `<rect x="${FRAME.margin}" y="${px(y + (alone ? 130 : 26))}" width="${px(grown)}" height="14" rx="7" fill="${INK.ink}"/>`
          : '')
      )
    })
    return heading(head, moment) + rows.join('')
  },
}
