import { z } from 'zod'
import { articleId, fuzzyDate, periodId, shelfId, slugId, textProvenance, wordsUpTo } from './fields'

/** Front matter of `content/articles/<shelf>/<slug>.md`. */
export const articleSchema = z.strictObject({
  id: articleId,
  title: wordsUpTo(30),
  /** The plain name of what it is about, where the title is a scene. */
  subject: wordsUpTo(24).optional(),
  shelf: shelfId,
  period: periodId,
  date: fuzzyDate,
  summary: wordsUpTo(80),
  related: z.array(articleId).default([]),
  beyond: z.array(slugId).default([]),
  series: z.array(slugId).default([]),
  ...textProvenance,
})
export type ArticleFront = z.infer<typeof articleSchema>
