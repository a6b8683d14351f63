import { z } from 'zod'
import {
  articleId,
  episodeId,
  fuzzyDate,
  periodId,
  seriesId,
  shelfId,
  slugId,
  textProvenance,
  wordsUpTo,
} from './fields'

/** Front matter of `content/episodes/<series>/<slug>.md`. */
export const episodeSchema = z.strictObject({
  id: episodeId,
  title: wordsUpTo(30),
  /** The plain name of what it is about, where the title is a scene. */
  subject: wordsUpTo(24).optional(),
  series: seriesId,
  number: z.int({ error: '不是集号；应当写正整数' }).min(1).max(999),
  kind: z.enum(['audio', 'video']),
  flagship: z.boolean().default(false),
  shelf: shelfId,
  period: periodId,
  date: fuzzyDate,
  articles: z.array(articleId).min(1, { error: '是空的；应当至少写一篇对应的文章' }),
  beyond: z.array(slugId).default([]),
  summary: wordsUpTo(80),
  ...textProvenance,
})
export type EpisodeFront = z.infer<typeof episodeSchema>
