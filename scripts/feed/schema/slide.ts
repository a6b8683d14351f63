import { z } from 'zod'
import { fuzzyDate, words, year } from './common'

const heading = { year: year.optional(), title: words.optional() }
const percent = z.number({ error: '不是坐标；应当写 0 到 100 的数' }).min(0).max(100)

/** The body of a fenced block whose language is `slide`. */
export const slideSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('title'), ...heading }),
    z.strictObject({ kind: z.literal('text'), ...heading, lines: z.array(words).min(1).max(8) }),
    z.strictObject({
      kind: z.literal('quote'),
      ...heading,
      quote: z.strictObject({ text: words, by: words, occasion: words.optional() }),
    }),
    z.strictObject({
      kind: z.literal('timeline'),
      ...heading,
      points: z
        .array(z.strictObject({ when: fuzzyDate, what: words }))
        .min(1)
        .max(8),
    }),
    z.strictObject({
      kind: z.literal('route'),
      ...heading,
      stops: z
        .array(z.strictObject({ name: words, x: percent, y: percent }))
        .min(2)
        .max(12),
    }),
  ],
  { error: '幻灯片的种类不对；应当写 kind: title、text、quote、timeline 或 route' },
)
export type SlideSource = z.infer<typeof slideSchema>
