/** How members come in: codes to bind with, and those who ask. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import type { Column } from '../text/table'
import { idSchema } from './shapes'

/** One of `GET /v1/branches/:branch/invites`: a code that still works. */
export const inviteSchema = z.object({
  id: z.string(),
  createdAt: z.string().describe('ISO 8601'),
  expiresAt: z.string().describe('ISO 8601'),
})
export type Invite = z.infer<typeof inviteSchema>

/** `POST /v1/branches/:branch/invites`. */
export const askInviteSchema = z.strictObject({ days: z.int().min(1).max(90).default(14) })
/** Its answer. */
export const newInviteSchema = z.object({
  id: z.string(),
  code: z.string().describe('只说这一次：服务只存它的 HMAC'),
  expiresAt: z.string().describe('ISO 8601'),
})
export type NewInvite = z.infer<typeof newInviteSchema>

/** `POST /v1/orgs/:org/invites`, with the same body: a code for every branch under it, as one sheet. */
export const INVITE_SHEET_NAME = '各支部邀请码'
export interface InviteLine {
  org: string
  name: string
  code: string
  /** The last day on which it works. */
  until: string
}
export const INVITE_SHEET_COLUMNS: readonly Column<InviteLine>[] = [
  { key: 'org', title: '支部编号', type: 'text', value: r => r.org },
  { key: 'name', title: '支部', type: 'text', value: r => r.name },
  { key: 'code', title: '邀请码', type: 'text', value: r => r.code },
  { key: 'until', title: '用到哪一天', type: 'text', value: r => r.until },
]

/** One of `GET /v1/branches/:branch/requests`: somebody whose name or number did not match asks to be bound. */
export const bindingRequestSchema = z.object({
  id: z.string(),
  name: z.string(),
  last4: z.string(),
  askedAt: z.string().describe('ISO 8601'),
  district: z.boolean().describe('在上级有职务，或绑定过手机：只能由区里通过'),
})
export type BindingRequest = z.infer<typeof bindingRequestSchema>

/** `POST /v1/branches/:branch/requests/:request/approve`: who it is. */
export const approveRequestSchema = z.strictObject({ member: idSchema })
