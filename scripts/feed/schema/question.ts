import { z } from 'zod'
import { provenanceOrInherited, questionId, words, wordsUpTo } from './fields'

const optionId = z
  .string({ error: '应当写选项的字母，如 a' })
  .regex(/^[a-f]$/u, { error: '不是选项编号；应当用 a 到 f 的小写字母' })
const options = z.record(optionId, wordsUpTo(60), { error: '缺少选项或写法不对；应当写成 a: … b: … 每行一个' })
const shared = {
  id: questionId,
  stem: wordsUpTo(160),
  explain: wordsUpTo(240),
  evidence: z
    .string({ error: '缺少证据；应当写成 a-0001^e1' })
    .regex(/^a-\d{4}\^[a-z0-9-]+$/u, { error: '写法不对；应当写成 a-0001^e1' }),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: '应当写 1、2 或 3' }),
  ...provenanceOrInherited,
}

/** One entry of `content/questions/*.yml`. */
export const questionSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ ...shared, type: z.literal('single'), options, answer: optionId }),
    z.strictObject({
      ...shared,
      type: z.literal('multiple'),
      options,
      answer: z
        .array(optionId, { error: '多选的答案写法不对；应当写成 [a, c]' })
        .min(2, { error: '多选只有一个答案；应当至少两个，否则改用 single' }),
    }),
    z.strictObject({
      ...shared,
      type: z.literal('judge'),
      answer: z.boolean({ error: '判断题的答案应当写 true 或 false' }),
    }),
    z.strictObject({
      ...shared,
      type: z.literal('fill'),
      answer: z
        .array(z.array(words, { error: '每个空的答案应当是一组；应当写成 [[答案, 同义答案]]' }).min(1), {
          error: '填空的答案写法不对；应当写成 [[答案, 同义答案]]',
        })
        .min(1, { error: '没有答案；应当写成 [[答案]]' }),
    }),
    z.strictObject({
      ...shared,
      type: z.literal('order'),
      options,
      answer: z.array(optionId, { error: '排序的答案写法不对；应当写成 [b, a, c]' }),
    }),
  ],
  { error: '题型不对；应当写 type: single、multiple、judge、fill 或 order' },
)
export type QuestionSource = z.infer<typeof questionSchema>
