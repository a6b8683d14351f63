import { z } from 'zod'
import { articleId, fuzzyDate, periodId, provenance, shelfId, slugId, wordsUpTo } from './common'

/** Front matter of `content/articles/<shelf>/<slug>.md`. */
export const articleSchema = z.strictObject({
  id: articleId,
  title: wordsUpTo(30),
  shelf: shelfId,
  period: periodId,
  date: fuzzyDate,
  summary: wordsUpTo(80),
  related: z.array(articleId).default([]),
  beyond: z.array(slugId).default([]),
  series: z.array(slugId).default([]),
  ...provenance,
})
export type ArticleFront = z.infer<typeof articleSchema>
