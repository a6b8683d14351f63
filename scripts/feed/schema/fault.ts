import { z } from 'zod'
import { questionId } from './fields'

/** What a reader can find wrong with a sentence, and the further things that only a question can have. */
export const FAULT_KINDS = {
  wrong: '写错',
  invented: '没有来源',
  against: '与决议或大事记不合',
  clumsy: '拗口',
  copied: '照抄',
  empty: '说明空',
  weak: '错选项弱',
  trivial: '琐碎',
  telling: '露底',
  repeated: '同另一道题问同一件事',
} as const

const text = z.string({ error: '应当写一段文字' }).trim().min(1, { error: '是空的；应当写上内容，或去掉这个字段' })
const kinds = Object.keys(FAULT_KINDS) as (keyof typeof FAULT_KINDS)[]

/** One row of `docs/content-review/faults.yml`. */
export const faultSchema = z.strictObject({
  reading: text.regex(/^[a-z]+(?:-[a-z]+)*-\d+$/u, { error: '不是一次核读；应当写成 reform-21 或 questions-4' }),
  /** In the drawn list: the sentence's number, or the question's id. */
  number: z.union([z.int().min(1), questionId], { error: '应当写单子上的号数，或题目的编号 q-00001' }),
  kind: z.enum(kinds, { error: `应当是 ${kinds.join('、')} 之一` }),
  file: text.regex(/^content\/[\w/-]+\.(?:md|yml)$/u, { error: '不是内容的文件；应当写成 content/articles/…/….md' }),
  /** The objected words, as they were drawn. */
  words: text.min(5, { error: '太短，会认错；应当至少写五个字' }),
  /** Words beside which the objected ones may stand in a paragraph: what the sentence had left out. */
  beside: text.optional(),
  /** Why the words stand today. */
  stands: text.optional(),
})
export type Fault = z.infer<typeof faultSchema>
