/** What the service tells a secretary of the branch's weeks. The app imports types only: zod stays out of its package. */
import { z } from 'zod'

/** How a week came to be studied: by the word of the member's own phone, or by what the secretary wrote down. */
export const howStudiedSchema = z.object({ phone: z.boolean(), branch: z.boolean() })
/** `slip`: a study slip that lies on the secretary's device says so; the service never knows. */
export type HowStudied = z.infer<typeof howStudiedSchema> & { slip?: boolean }

/** `GET /v1/branches/:branch/week`: a member and their week. */
const branchWeekRowSchema = z.object({
  member: z.string(),
  name: z.string(),
  week: z.string().describe('星期一'),
  ...howStudiedSchema.shape,
  offline: z.boolean().describe('不用手机，跟着支部学'),
  bound: z.boolean().describe('绑定了手机'),
})
export type BranchWeekRow = z.infer<typeof branchWeekRowSchema> & Pick<HowStudied, 'slip'>

/** The answer: everybody who was in the branch at the week's end, or is now while it runs, as on the roster. */
export const branchWeekSchema = z.object({
  rows: z.array(branchWeekRowSchema),
  since: z.string().optional().describe('支部从哪一周（星期一）起有人学过；那以前的周不算“还没有”'),
})
export type BranchWeek = z.infer<typeof branchWeekSchema>

/**
 * `GET /v1/branches/:branch/members/:member`: the last weeks in the branch, latest first: studied or not yet, nothing else. None from
 * before the branch had told of any.
 */
export const memberWeeksSchema = z.object({
  name: z.string(),
  offline: z.boolean(),
  bound: z.boolean().describe('绑定了手机，现在在这个支部'),
  weeks: z.array(z.object({ week: z.string().describe('星期一'), ...howStudiedSchema.shape })),
})
export type MemberWeeks = z.infer<typeof memberWeeksSchema>
export type MemberWeek = MemberWeeks['weeks'][number] & Pick<HowStudied, 'slip'>
