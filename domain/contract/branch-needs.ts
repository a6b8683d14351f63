/** Who needs a hand: branches as a unit and the district see them. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { BRANCH_NEED_IDS } from '../district/branch-needs'
import { daySchema, idempotencyKeySchema, linesSchema, orgSchema } from './shapes'

const contactSchema = z.object({
  day: z.string(),
  note: z.string(),
  by: z.string().optional().describe('谁联系的；已经注销的没有'),
})

/** A branch that needs a hand. Nothing of anybody's study is in it. */
const needyBranchSchema = z.object({
  org: z.string(),
  name: z.string(),
  needs: z.array(z.enum(BRANCH_NEED_IDS)).min(1),
  deeds: z.number().describe('几件实事过了期限'),
  contact: contactSchema.optional().describe('最近一次联系，90 天以内的'),
})
export type NeedyBranch = z.infer<typeof needyBranchSchema>

/** `GET /v1/orgs/:org/needs?need=&from=`, as on the roster. */
export const needsPageSchema = z.object({
  month: z.string().describe('问的是哪个月的月报'),
  since: z.string().describe('从哪一天起没有开过会'),
  branches: z.number().describe('一共几个支部'),
  counts: z.record(z.enum(BRANCH_NEED_IDS), z.number()).describe('各有几个支部'),
  total: z.number().describe('选出来的一共几个'),
  rows: z.array(needyBranchSchema),
})
export type NeedsPage = z.infer<typeof needsPageSchema>

/** `POST /v1/orgs/:org/contacts`: that somebody has been in touch with a branch. */
export const newContactSchema = z.strictObject({
  form: idempotencyKeySchema,
  branch: orgSchema,
  day: daySchema,
  note: linesSchema(200).min(2),
})
export type NewContact = Omit<z.infer<typeof newContactSchema>, 'form'>
