/**
 * The roster of one branch as an Excel sheet: `POST /v1/branches/:branch/roster?mode=check|apply`, `GET …/roster.xlsx`. The app
 * imports types only: zod stays out of its package.
 */
import { z } from 'zod'
import { daySchema, idempotencyKeySchema } from './shapes'

/** The query of a sheet that is sent. */
export const rosterQuerySchema = z
  .strictObject({ mode: z.enum(['check', 'apply']).default('check'), form: idempotencyKeySchema.optional() })
  .refine(it => it.mode === 'check' || it.form !== undefined, '导入要有表的编号')

/** A cell that cannot be taken, for the person who fills in the sheet. */
export const badCellSchema = z.object({
  sheet: z.string(),
  cell: z.string().describe('例如 C12'),
  name: z.string().optional().describe('那一行写着谁'),
  reason: z.string(),
})
export type BadCell = z.infer<typeof badCellSchema>

/** The roster diff: what the sheet would change, or has changed, by name. */
const rosterDiffSchema = z.object({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  left: z.array(z.string()).describe('写了转出的'),
  same: z.number().describe('几行什么都不改'),
  reordered: z.boolean().optional().describe('写了全部的人，先后和名册不同：以后照它'),
})
export type RosterDiff = z.infer<typeof rosterDiffSchema>

/**
 * `check` answers 200 and changes nothing. `apply` takes an idempotency key (./idempotency-key) in its query and answers 200 when
 * it has changed everything; when it has changed nothing it answers 409 `roster` with the `problems` beside the sentence.
 */
export const rosterAnswerSchema = z.object({
  applied: z.boolean(),
  problems: z.array(badCellSchema),
  changes: rosterDiffSchema,
  missing: z.array(z.string()).optional().describe('检查时：名册里有、表里没有的；他们不动'),
  read: z
    .object({
      sheet: z.string().describe('读的是哪一张工作表'),
      others: z.array(z.string()).describe('也写着“姓名”、没有读的工作表'),
      leftOut: z.array(z.number()).describe('不是党员、没有读的行：合计、注、没有姓名和编号的'),
      byName: z.array(z.string()).describe('没有编号、按姓名对上的'),
    })
    .optional()
    .describe('检查时：表是怎么读的'),
})
export type RosterAnswer = z.infer<typeof rosterAnswerSchema>

/** An apply that was not taken: the standard words, and the list when it is the sheet's fault. */
export const rosterRefusalSchema = z
  .object({ error: z.string(), message: z.string() })
  .extend(rosterAnswerSchema.partial().shape)

/** One of `GET /v1/branches/:branch/left`: whose 转出 can still be taken back, by `POST …/members/:member/back`. */
export const leftMemberSchema = z.object({ id: z.string(), name: z.string(), day: daySchema.describe('哪天写的转出') })
export type LeftMember = z.infer<typeof leftMemberSchema>
