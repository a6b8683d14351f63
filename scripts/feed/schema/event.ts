import { z } from 'zod'
import { fuzzyDate, historyId, provenance, slugId, words, wordsUpTo } from './fields'

const figureSchema = z.strictObject({ what: words, value: words })

/** One entry of `content/events.yml`. */
export const eventSchema = z.strictObject({
  id: slugId,
  title: wordsUpTo(40),
  date: fuzzyDate,
  end: fuzzyDate.optional(),
  circa: z.literal(true).optional(),
  place: words.optional(),
  people: z.array(slugId).default([]),
  honours: z.array(slugId).default([]),
  figures: z.array(figureSchema).default([]),
  aliases: z.array(words).default([]),
  names: z.array(words).default([]),
  summary: wordsUpTo(120),
  histories: z
    .array(historyId)
    .min(1, { error: '是空的；应当去掉，或写 party、prc、reform、socialism' })
    .default(['party']),
  ...provenance,
})
export type EventSource = z.infer<typeof eventSchema>
