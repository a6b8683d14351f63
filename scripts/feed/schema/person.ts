import { z } from 'zod'
import { fuzzyDate, provenance, slugId, words, wordsUpTo } from './fields'

/** One entry of `content/people.yml`. */
export const personSchema = z.strictObject({
  id: slugId,
  name: wordsUpTo(20),
  born: fuzzyDate.optional(),
  died: fuzzyDate.optional(),
  native: words.optional(),
  aliases: z.array(words).default([]),
  offices: z.array(z.strictObject({ title: words, from: fuzzyDate, to: fuzzyDate.optional() })).default([]),
  summary: wordsUpTo(120),
  ...provenance,
})
export type PersonSource = z.infer<typeof personSchema>
