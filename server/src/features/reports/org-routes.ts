import { z } from 'zod'
import { orgPageSchema, orgTrendSchema } from '../../../../domain/contract/orgs'
import { PAGE_OF_ORGS, WEEKS_BACK } from '../../../../domain/contract/limits'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { notFound } from '../../auth/problem'
import { treeOf } from '../../plugins/scopes'
import { childTotals, describe, ownTotals, trend } from './org-totals'
import type { RoutePlugin } from '../../route-plugin'
import { monthSchema, orgSchema, daySchema } from '../../../../domain/contract/shapes'

const params = z.object({ org: orgSchema })
/** A week by any of its days, or a month; this week without either. */
export const periodQuery = z.strictObject({ week: daySchema.optional(), month: monthSchema.optional() })
const weekOnly = z.strictObject({ week: daySchema.optional() })
/** Lists are sent in pages; `from` counts rows. */
export const fromQuery = z.coerce.number().int().min(0).max(1_000_000).default(0)
const pageOf = <T>(rows: T[], from: number) => rows.slice(from, from + PAGE_OF_ORGS)

/** The period a query asks for. */
export function periodOf(query: { week?: string; month?: string }, now: number) {
  if (query.month) return { period: 'month' as const, start: `${query.month}-01` }
  return { period: 'week' as const, start: weekStart(query.week ?? shanghaiDay(now)) }
}

/** What units and the district see: 参学 and 应参 of each organisation, as on the roster. Never a name, a rank or a comparison. */
export const orgRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'tree' as const }
  const tags = ['组织']
  const { db } = service

  app.get(
    '/v1/orgs/:org',
    {
      config,
      schema: {
        tags,
        params,
        querystring: periodQuery.extend({ from: fromQuery }),
        response: {
          200: orgPageSchema,
        },
      },
    },
    async request => {
      const scope = treeOf(request)
      const { period, start } = periodOf(request.query, service.now())
      const place = await describe(db, scope)
      if (!place) throw notFound()
      const totals = await ownTotals(db, scope, period, start)
      const children = await childTotals(db, scope, period, start)
      return { ...place, start, totals, total: children.length, children: pageOf(children, request.query.from) }
    },
  )
  app.get(
    '/v1/orgs/:org/trend',
    {
      config,
      schema: {
        tags,
        params,
        querystring: weekOnly,
        response: { 200: orgTrendSchema },
      },
    },
    async request => {
      const { start } = periodOf(request.query, service.now())
      return { weeks: await trend(db, treeOf(request), start, WEEKS_BACK) }
    },
  )
}
