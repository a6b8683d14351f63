import { z } from 'zod'
import { exactDay, historyId, periodId, seriesId, shelfId, words, wordsUpTo, year } from './fields'

const distinct = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length
const ascending = (years: readonly number[]) => years.every((first, at) => at === 0 || first > years[at - 1]!)

/** `content/shelves.yml`: how the feed is divided. */
export const shelvesSchema = z.strictObject({
  shelves: z
    .array(
      z.strictObject({
        id: shelfId,
        title: words,
        short: wordsUpTo(6),
        note: words,
        /** Articles aimed at, for the report. */
        target: z.int().min(0),
        /** Switches on the checks of checks/sourced.ts. */
        sourced: z.boolean().default(false),
        /** First years of the volumes, ascending. */
        volumes: z.array(year).min(1).refine(ascending, { error: '年份没有从小到大；应当递增' }),
      }),
    )
    .length(6, { error: '不是六个书架；应当六个都写' })
    .refine(distinct, { error: '有重复的 id；应当每个只写一次' }),
  periods: z
    .array(z.strictObject({ id: periodId, title: words, from: year, to: year, starts: exactDay }))
    .length(4, { error: '不是四个时期；应当四个都写' })
    .refine(distinct, { error: '有重复的 id；应当每个只写一次' }),
  series: z
    .array(
      z.strictObject({
        id: seriesId,
        title: words,
        kind: z.enum(['audio', 'video']),
        note: words,
        target: z.int().min(0),
        /** Episodes in one volume. */
        volume_size: z.int().min(1),
      }),
    )
    .length(3, { error: '不是三个系列；应当三个都写' })
    .refine(distinct, { error: '有重复的 id；应当每个只写一次' }),
  histories: z
    .array(z.strictObject({ id: historyId, title: words }))
    .length(4, { error: '不是四史；应当四个都写' })
    .refine(distinct, { error: '有重复的 id；应当每个只写一次' }),
})
export type ShelvesSource = z.infer<typeof shelvesSchema>
