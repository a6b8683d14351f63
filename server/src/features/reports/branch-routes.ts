import { z } from 'zod'
import { branchWeekSchema, memberWeeksSchema } from '../../../../domain/contract/branch-report'
import { WEEKS_BACK } from '../../../../domain/contract/limits'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { notFound } from '../../auth/problem'
import { WEEK_FILE } from '../../../../domain/contract/report-columns'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema, weekQuery } from '../../../../domain/contract/shapes'
import { branchWeek, firstWeekTold, weeksOfMember } from './branch-weeks'

const params = z.object({ branch: orgSchema })

/** The secretary's tables: 学过 or 还没有, by name, with whose word it is. Sums are made of these rows and of nothing else. */
export const branchRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/branches/:branch/week',
    {
      config,
      schema: {
        tags,
        params,
        querystring: weekQuery.extend({
          export: z.literal('yes').optional().describe('拿去做成文件：记进操作记录'),
        }),
        response: { 200: branchWeekSchema },
      },
    },
    async request => {
      const scope = branchOf(request)
      if (request.query.export) {
        const { tenant, actor, branch: org } = scope
        const reason = `${WEEK_FILE} ${weekStart(request.query.week ?? today())}`
        await audit(db, { tenant, actor, action: 'export', org, reason }, service.now())
      }
      const [rows, since] = [await branchWeek(db, scope, request.query.week ?? today()), await firstWeekTold(db, scope)]
      return { rows, ...(since !== undefined && { since }) }
    },
  )
  app.get(
    '/v1/branches/:branch/members/:member',
    { config, schema: { tags, params: params.extend({ member: idSchema }), response: { 200: memberWeeksSchema } } },
    async request => {
      const week = weekStart(today())
      const known = await weeksOfMember(db, branchOf(request), request.params.member, week, WEEKS_BACK)
      if (!known) throw notFound()
      return known
    },
  )
}
