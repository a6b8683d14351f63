/** 随机抽查 of branches. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { FINDINGS_LIMIT, VISITS_AT_ONCE } from '../district/visits'
import { daySchema, idempotencyKeySchema, linesSchema, reasonSchema } from './shapes'

const words = linesSchema(FINDINGS_LIMIT)

/** `POST /v1/orgs/:org/visits`: draws branches by chance, by a seed of the service's, among those that no open visit waits for. */
export const drawVisitsSchema = z.strictObject({
  form: idempotencyKeySchema,
  size: z.int().min(1).max(VISITS_AT_ONCE),
  reason: reasonSchema,
})
export type DrawVisits = Omit<z.infer<typeof drawVisitsSchema>, 'form'>

const writtenSchema = z.object({
  day: daySchema.optional().describe('哪一天去的'),
  findings: words.optional().describe('看到了什么'),
  due: daySchema.optional().describe('什么时候以前改好；没有要改的没有'),
  closed: daySchema.optional().describe('哪一天办结'),
  outcome: words.optional().describe('改成了什么样'),
})

/** `PUT /v1/orgs/:org/visits/:visit`: the whole as it is to stand; 409 `changed` when it has another revision by now. */
export const visitChangeSchema = z.strictObject({ ...writtenSchema.shape, revision: z.int().min(1) })
export type VisitChange = z.infer<typeof visitChangeSchema>

export const visitSchema = writtenSchema.extend({
  id: z.string(),
  org: z.string(),
  name: z.string(),
  drawn: z.string().describe('哪一天抽到的'),
  seed: z.string(),
  reason: z.string(),
  revision: z.number(),
})
export type Visit = z.infer<typeof visitSchema>

/** `GET /v1/orgs/:org/visits`: those that the organisation has drawn, what is late first; and how many there are. */
export const visitPageSchema = z.object({ total: z.number(), rows: z.array(visitSchema) })
export type VisitPage = z.infer<typeof visitPageSchema>

/** One of `GET /v1/branches/:branch/visits`, as the branch reads what is written about it. */
export const ownVisitSchema = writtenSchema.extend({ id: z.string(), from: z.string().describe('哪个组织来的') })
export type OwnVisit = z.infer<typeof ownVisitSchema>
