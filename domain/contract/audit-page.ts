/** Who looked at or changed what, as it is read. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditAction } from './audit'

const auditRowSchema = z.object({
  id: z.string(),
  at: z.string().describe('ISO 8601'),
  action: z.enum(Object.keys(AUDIT_ACTIONS) as AuditAction[]),
  actor: z.string().optional().describe('谁做的，本支部以外的遮住；用命令做的，是经办人；人不在了、不是人做的，没有'),
  actorBranch: z.string().optional().describe('做的人在哪个支部'),
  subject: z.string().optional().describe('和谁有关，一样遮住；遮住的后面写着名册第几行'),
  org: z.string().optional().describe('和哪个组织有关'),
  reason: z.string().optional(),
})
export type AuditRow = z.infer<typeof auditRowSchema>

/** `GET /v1/branches/:branch/audit`, `/v1/orgs/:org/audit`, `/v1/me/audit`, latest first; `group=` of AUDIT_GROUPS leaves out the others. */
export const auditPageSchema = z.object({
  rows: z.array(auditRowSchema),
  next: z.string().optional().describe('before=这个，就是再后面的一页；没有就是完了'),
})
export type AuditPage = z.infer<typeof auditPageSchema>
