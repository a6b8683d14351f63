import { z } from 'zod'
import { articleId, monthDay, slugId, sourcedOrInherited, wordsUpTo, year } from './fields'

const dayEntrySchema = z.strictObject({
  year,
  event: slugId.optional(),
  /** What the first page of the smallest phone has room for above the day’s button (tests/browser/home.test.ts). */
  text: wordsUpTo(52),
  article: articleId.optional(),
  ...sourcedOrInherited,
})
/** One entry of `content/days.yml`. */
export const daySchema = z.strictObject({
  day: monthDay,
  entries: z.array(dayEntrySchema).min(1, { error: '没有条目；应当至少写一条' }),
})
export type DaySource = z.infer<typeof daySchema>
