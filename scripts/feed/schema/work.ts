import { z } from 'zod'
import { slugId, words } from './fields'

/** One entry of `content/works.yml`: a work in which a reader can check. */
export const workSchema = z.strictObject({ id: slugId, title: words, note: words.optional() })
export type WorkSource = z.infer<typeof workSchema>
