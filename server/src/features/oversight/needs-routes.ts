import { z } from 'zod'
import { needsPageSchema, newContactSchema } from '../../../../domain/contract/branch-needs'
import { PAGE_OF_ORGS } from '../../../../domain/contract/limits'
import { BRANCH_NEED_IDS, CONTACT_DAYS, metSince, monthAsked } from '../../../../domain/district/branch-needs'
import { addDays, shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { treeOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { orgSchema } from '../../../../domain/contract/shapes'
import { audit, newId } from '../audit/audit'
import { fromQuery } from '../reports/org-routes'
import { chosenUnder } from './branches'
import { needyBranches } from './needs'

/** Who needs a hand, and that somebody has been in touch: for whoever looks after branches. */
export const needsRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'tree' as const }
  const tags = ['组织']
  const params = z.object({ org: orgSchema })
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/orgs/:org/needs',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ need: z.enum(BRANCH_NEED_IDS).optional(), from: fromQuery }),
        response: { 200: needsPageSchema },
      },
    },
    async request => {
      const { need, from } = request.query
      const { branches, needy } = await needyBranches(db, treeOf(request), today())
      const counts = Object.fromEntries(
        BRANCH_NEED_IDS.map(id => [id, needy.filter(it => it.needs.includes(id)).length]),
      ) as Record<(typeof BRANCH_NEED_IDS)[number], number>
      const chosen = need ? needy.filter(it => it.needs.includes(need)) : needy
      return {
        ...{ month: monthAsked(today()), since: metSince(today()), branches, counts, total: chosen.length },
        rows: chosen.slice(from, from + PAGE_OF_ORGS),
      }
    },
  )
  app.post(
    '/v1/orgs/:org/contacts',
    { config, schema: { tags, params, body: newContactSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      const { branch, day, note } = request.body
      const now = service.now()
      if (day > today() || day < addDays(today(), -CONTACT_DAYS)) {
        throw new Problem(400, 'day', `联系的日子请选今天到 ${CONTACT_DAYS} 天以前的一天`)
      }
      await withIdempotencyKey(db, { tenant, branch: org }, 'contact', request.body, now, async tx => {
        if (!(await chosenUnder(tx, scope, [branch]))) throw notFound()
        await tx
          .insertInto('branch_contact')
          .values({
            ...{ tenant_id: tenant, branch_id: branch, contact_id: newId(now), day, note },
            ...{ contacted_by: actor, contacted_at: new Date(now) },
          })
          .execute()
        await audit(tx, { tenant, actor, action: 'contact', org: branch, reason: `${day} ${note}` }, now)
        return {}
      })
      return reply.status(204).send(null)
    },
  )
}
