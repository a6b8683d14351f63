/** What units and the district see of organisations. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { howStudiedSchema } from './branch-report'
import { ROSTER_ORG_TYPES } from './org-types'

const type = z.enum(Object.values(ROSTER_ORG_TYPES))

/** An organisation's week or month. */
const orgRowSchema = z.object({
  org: z.string(),
  name: z.string(),
  type,
  branches: z.number(),
  small: z.number().describe('人数太少的支部：不在任何一个数里'),
  members: z.number().describe('应参'),
  studied: z.number().describe('参学'),
})
export type OrgRow = z.infer<typeof orgRowSchema>

/** `GET /v1/orgs/:org`: one organisation with a page of what lies directly under it. */
export const orgPageSchema = z.object({
  org: z.object({ org: z.string(), name: z.string(), type, demo: z.boolean() }),
  above: z.array(z.object({ org: z.string(), name: z.string() })).describe('看得到的上级，从上到下'),
  start: z.string(),
  totals: orgRowSchema.optional().describe('还没有合计的没有'),
  total: z.number().describe('下级一共几个'),
  children: z.array(orgRowSchema),
})
export type OrgPage = z.infer<typeof orgPageSchema>

/** `GET /v1/orgs/:org/trend`: weeks without numbers are absent. */
export const orgTrendSchema = z.object({ weeks: z.array(orgRowSchema.extend({ start: z.string() })) })
export type WeekOfOrg = z.infer<typeof orgTrendSchema>['weeks'][number]

/** A member as seen from above the branch: the name is masked unless the member lets it be seen, so the line of the roster is told. */
const seenMemberSchema = z.object({
  name: z.string(),
  row: z.number().optional().describe('在支部名册的第几行；已转出的没有'),
  branchCode: z.string(),
  branchName: z.string(),
  ...howStudiedSchema.shape,
})
export type SeenMember = z.infer<typeof seenMemberSchema>

/** `POST /v1/orgs/:org/sample`: the people that a seed draws, and their week. */
export const sampleSchema = z.object({
  start: z.string().describe('星期一'),
  seed: z.string().describe('随机数：同一个再抽，是同样的人'),
  members: z.array(seenMemberSchema),
})
export type Sample = z.infer<typeof sampleSchema>
