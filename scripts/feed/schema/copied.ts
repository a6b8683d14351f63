import { z } from 'zod'
import { words } from './fields'

/** One row of `content/rules/copied.yml`: what may stand as a source has it. */
export const copiedSchema = z.strictObject({
  words: words.refine(text => text.length >= 16, { error: '不到十六个字，用不着；应当删去这一行' }),
  /** The only file in which they may; absent for what is called so everywhere. */
  file: z
    .string()
    .regex(/^content\/[\w./-]+\.(?:md|yml)$/u, { error: '不是内容的文件；应当写成 content/articles/…/….md' })
    .optional(),
  because: words,
})
export type CopiedSource = z.infer<typeof copiedSchema>
