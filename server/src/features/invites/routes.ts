import { z } from 'zod'
import { askInviteSchema, inviteSchema, newInviteSchema } from '../../../../domain/contract/joining'
import { daysLater } from '../../../../domain/time/moment'
import { hmac, inviteCode } from '../../auth/keys'
import { notFound } from '../../auth/problem'
import { branchOf } from '../../plugins/scopes'
import { audit, newId } from '../audit/audit'
import { listInvites, revokeInvite, saveInvite } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })

/** Invite codes of a branch. A code is shown once, when it is made: only its HMAC is kept. */
export const inviteRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const { db } = service

  app.get(
    '/v1/branches/:branch/invites',
    { config, schema: { tags, params, response: { 200: z.object({ invites: z.array(inviteSchema) }) } } },
    async request => ({ invites: await listInvites(db, branchOf(request), service.now()) }),
  )
  app.post(
    '/v1/branches/:branch/invites',
    {
      config,
      schema: {
        tags,
        params,
        body: askInviteSchema,
        response: { 201: newInviteSchema },
      },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const now = service.now()
      const code = inviteCode()
      const id = newId(now)
      const expiresAt = new Date(daysLater(now, request.body.days))
      await saveInvite(db, scope, { id, codeHmac: hmac(service.keys, 'invite', code), expiresAt }, now)
      await audit(db, { tenant: scope.tenant, actor: scope.actor, action: 'invite', org: scope.branch }, now)
      return reply.status(201).send({ id, code, expiresAt: expiresAt.toISOString() })
    },
  )
  app.delete(
    '/v1/branches/:branch/invites/:invite',
    { config, schema: { tags, params: params.extend({ invite: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const now = service.now()
      if (!(await revokeInvite(db, scope, request.params.invite, now))) throw notFound()
      await audit(db, { tenant: scope.tenant, actor: scope.actor, action: 'invite.revoke', org: scope.branch }, now)
      return reply.status(204).send(null)
    },
  )
}
