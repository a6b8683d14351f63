import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditAction } from '../../../../domain/contract/audit'
import { branchOf, selfOf, treeOf } from '../../plugins/scopes'
import { branchAudit, orgAudit, ownAudit } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../shapes'

const querystring = z.strictObject({ before: idSchema.optional() })
const page = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      action: z.enum(Object.keys(AUDIT_ACTIONS) as AuditAction[]),
      actor: z.string().optional(),
      actorBranch: z.string().optional(),
      subject: z.string().optional(),
      org: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  next: z.string().optional(),
})
const response = { 200: page }

/** Who looked at or changed what: shown to those it concerns. */
export const auditRoutes: RoutePlugin = async (app, { service }) => {
  const tags = ['审计']
  const { db } = service

  app.get('/v1/me/audit', { config: { scope: 'self' }, schema: { tags, querystring, response } }, async request =>
    ownAudit(db, selfOf(request), request.query.before),
  )
  app.get(
    '/v1/branches/:branch/audit',
    { config: { scope: 'branch' }, schema: { tags, params: z.object({ branch: orgSchema }), querystring, response } },
    async request => branchAudit(db, branchOf(request), request.query.before),
  )
  app.get(
    '/v1/orgs/:org/audit',
    { config: { scope: 'supervise' }, schema: { tags, params: z.object({ org: orgSchema }), querystring, response } },
    async request => orgAudit(db, treeOf(request), request.query.before),
  )
}
