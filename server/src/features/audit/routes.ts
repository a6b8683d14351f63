import { z } from 'zod'
import { AUDIT_GROUPS, type AuditGroup } from '../../../../domain/contract/audit'
import { auditPageSchema } from '../../../../domain/contract/audit-page'
import { branchOf, selfOf, treeOf } from '../../plugins/scopes'
import { branchAudit, orgAudit, ownAudit } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const querystring = z.strictObject({
  before: idSchema.optional(),
  group: z.enum(Object.keys(AUDIT_GROUPS) as AuditGroup[]).optional(),
})
const response = { 200: auditPageSchema }

/** Who looked at or changed what: shown to those it concerns. */
export const auditRoutes: RoutePlugin = async (app, { service }) => {
  const tags = ['审计']
  const { db } = service

  app.get('/v1/me/audit', { config: { scope: 'self' }, schema: { tags, querystring, response } }, async request =>
    ownAudit(db, selfOf(request), request.query),
  )
  app.get(
    '/v1/branches/:branch/audit',
    { config: { scope: 'branch' }, schema: { tags, params: z.object({ branch: orgSchema }), querystring, response } },
    async request => branchAudit(db, branchOf(request), request.query),
  )
  app.get(
    '/v1/orgs/:org/audit',
    { config: { scope: 'supervise' }, schema: { tags, params: z.object({ org: orgSchema }), querystring, response } },
    async request => orgAudit(db, treeOf(request), request.query),
  )
}
