/** What an organisation sends down to branches under it: a task, or a theme for 主题党日. The app imports types only. */
import { z } from 'zod'
import { SENT_KINDS, type SentKind } from './sent-kinds'
import { newAssignmentSchema } from './assignments'
import { ASSIGNMENT_LIMIT } from './assignment-items'
import { BRANCHES_AT_ONCE } from './limits'
import { idempotencyKeySchema, orgSchema } from './shapes'

const kind = z.enum(Object.keys(SENT_KINDS) as [SentKind, ...SentKind[]])

/** `GET /v1/orgs/:org/branches`: every branch at and under it, as on the roster. */
export const branchListSchema = z.object({
  branches: z.array(
    z.object({
      org: z.string(),
      name: z.string(),
      unit: z.string().optional().describe('在哪个单位；就在这个组织下面的没有'),
    }),
  ),
})
export type BranchName = z.infer<typeof branchListSchema>['branches'][number]

/** `POST /v1/orgs/:org/sent`. */
export const sendSchema = newAssignmentSchema.extend({
  form: idempotencyKeySchema,
  kind,
  items: z.array(z.string().max(40)).max(ASSIGNMENT_LIMIT).describe('任务至少一项；主题可以没有'),
  branches: z.union([z.literal('all'), z.array(orgSchema).min(1).max(BRANCHES_AT_ONCE)]).describe('发给哪些支部'),
})
export type Send = Omit<z.infer<typeof sendSchema>, 'form'>

const sentSchema = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  note: z.string().optional(),
  due: z.string().describe('最后一天'),
  items: z.array(z.string()),
  at: z.string().describe('ISO 8601'),
  by: z.string().optional().describe('谁发的；已经注销的没有'),
  branches: z.number().describe('发给几个支部'),
})
export type Sent = z.infer<typeof sentSchema>

/** `GET /v1/orgs/:org/sent`, latest first. */
export const sentPageSchema = z.object({ total: z.number(), rows: z.array(sentSchema) })
export type SentPage = z.infer<typeof sentPageSchema>

/** A branch and what has become of it there: of a task who is done, of a theme whether a 主题党日 was held. */
const sentBranchSchema = z.object({
  org: z.string(),
  name: z.string(),
  members: z.number().optional().describe('任务：几人；不足 5 人的支部没有'),
  done: z.number().optional().describe('任务：几人完成'),
  held: z.boolean().optional().describe('主题：下发以后开过主题党日'),
})
export type SentBranch = z.infer<typeof sentBranchSchema>

/** `GET /v1/orgs/:org/sent/:sent?from=`, branches as on the roster. */
export const sentDetailSchema = z.object({ sent: sentSchema, total: z.number(), rows: z.array(sentBranchSchema) })
export type SentDetail = z.infer<typeof sentDetailSchema>

/** One of `GET /v1/branches/:branch/themes`: themes that still hold, the nearest last day first. */
export const themeSchema = sentSchema.pick({ id: true, title: true, note: true, due: true, items: true }).extend({
  from: z.string().describe('哪个组织发的'),
})
export type Theme = z.infer<typeof themeSchema>
