import { z } from 'zod'
import { exportName } from '../../../../domain/text/table'
import { BRANCH_WEEK_COLUMNS, ORG_COLUMNS, WEEK_FILE } from '../../../../domain/contract/report-columns'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { branchOf, treeOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { branchWeek } from './branch-weeks'
import { allBranches, childTotals } from './org-totals'
import { periodOf, periodQuery } from './org-routes'
import type { RoutePlugin } from '../../route-plugin'
import { formatSchema, orgSchema, weekQuery } from '../../../../domain/contract/shapes'

/** Files of what the pages show, by the same columns, without slips, which lie on phones. Every one is written into the audit log. */
export const exportRoutes: RoutePlugin = async (app, { service }) => {
  const tags = ['导出']
  const { db } = service

  app.get(
    '/v1/branches/:branch/export.:format',
    {
      config: { scope: 'branch' },
      schema: { tags, params: z.object({ branch: orgSchema, format: formatSchema }), querystring: weekQuery },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const today = shanghaiDay(service.now())
      const what = WEEK_FILE
      const week = weekStart(request.query.week ?? today)
      await audit(db, { tenant, actor, action: 'export', org: branch, reason: `${what} ${week}` }, service.now())
      const name = exportName(await ownerName(db, tenant, branch), what, week, today, request.params.format)
      return sendTable(reply, name, what, BRANCH_WEEK_COLUMNS, await branchWeek(db, scope, week))
    },
  )
  app.get(
    '/v1/orgs/:org/export.:format',
    {
      config: { scope: 'tree' },
      schema: {
        tags,
        params: z.object({ org: orgSchema, format: formatSchema }),
        querystring: periodQuery.extend({ rows: z.enum(['children', 'branches']).default('children') }),
      },
    },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      const { period, start } = periodOf(request.query, service.now())
      const what = request.query.rows === 'branches' ? '支部汇总' : '组织汇总'
      await audit(db, { tenant, actor, action: 'export', org, reason: `${what} ${start}` }, service.now())
      const read = request.query.rows === 'branches' ? allBranches : childTotals
      const name = exportName(
        await ownerName(db, tenant, org),
        what,
        period === 'month' ? start.slice(0, 7) : start,
        shanghaiDay(service.now()),
        request.params.format,
      )
      return sendTable(reply, name, what, ORG_COLUMNS, await read(db, scope, period, start))
    },
  )
}
