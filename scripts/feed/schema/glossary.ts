import { z } from 'zod'
import { provenance, slugId, words, wordsUpTo } from './fields'

/** One entry of `content/glossary.yml`. */
export const termSchema = z.strictObject({
  id: slugId,
  term: words,
  aliases: z.array(words).default([]),
  text: wordsUpTo(200),
  ...provenance,
})
export type TermSource = z.infer<typeof termSchema>
