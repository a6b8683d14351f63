import { z } from 'zod'
import { exactDay, historyId, periodId, seriesId, shelfId, words, wordsUpTo, year } from './common'

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
        /** First years of the volumes, ascending. */
        volumes: z.array(year).min(1),
      }),
    )
    .length(6, { error: '不是六个书架' }),
  periods: z
    .array(z.strictObject({ id: periodId, title: words, from: year, to: year, starts: exactDay }))
    .length(4, { error: '不是四个时期' }),
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
    .length(3, { error: '不是三个系列' }),
  histories: z.array(z.strictObject({ id: historyId, title: words })).length(4, { error: '不是四史' }),
})
export type ShelvesSource = z.infer<typeof shelvesSchema>
