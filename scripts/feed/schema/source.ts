import { z } from 'zod'
import { slugId, words } from './common'

/** One entry of `content/sources.yml`: a work in which a reader can check. */
export const sourceSchema = z.strictObject({ id: slugId, title: words, note: words.optional() })
export type SourceSource = z.infer<typeof sourceSchema>
