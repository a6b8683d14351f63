import { z } from 'zod'
import { PAGE_OF_ORGS, ROSTER_OF_BRANCH } from '../../../../domain/contract/limits'
import { filedPageSchema, monthBookSchema } from '../../../../domain/contract/month-book'
import { shanghaiDay } from '../../../../domain/time/day'
import { addMonths, monthOf } from '../../../../domain/time/month'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { branchOf, treeOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { holdBranch } from '../reports/holds'
import { fromQuery } from '../reports/org-routes'
import { readBook } from './book'
import { fileMonth, filedUnder, sumsOfMonth, takeFiledBack } from './filed'
import type { RoutePlugin } from '../../route-plugin'
import { monthSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema, month: monthSchema })

/** Months back that may be filed: meetings and activities are written down as far as that. */
const MONTHS_BACK = 12

/** 月报: one branch's month by its roster, that it is filed, and which branches of a unit have filed. */
export const monthRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['月报']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/branches/:branch/months/:month',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ export: z.literal('yes').optional().describe('拿去做成文件：记进操作记录') }),
        response: { 200: monthBookSchema },
      },
    },
    async request => {
      const scope = branchOf(request)
      const { tenant, actor, branch: org } = scope
      const { month } = request.params
      if (request.query.export) {
        await audit(db, { tenant, actor, action: 'export', org, reason: `学习月报 ${month}` }, service.now())
      }
      return readBook(db, scope, service.feed.activityKinds, month, today(), service.now())
    },
  )
  app.put(
    '/v1/branches/:branch/months/:month/filed',
    {
      config,
      schema: {
        tags,
        params,
        body: z.strictObject({
          studied: z.int().min(0).max(ROSTER_OF_BRANCH).describe('参学几人，连学习单在内；学习单只在书记的手机上'),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { month } = request.params
      const now = service.now()
      if (month > monthOf(today())) throw new Problem(400, 'month', '这个月还没有到，不能报')
      if (month < addMonths(monthOf(today()), -MONTHS_BACK))
        throw new Problem(400, 'month', `只能报最近 ${MONTHS_BACK} 个月的月报`)
      const { tenant, actor, branch: org } = scope
      await together(db, async tx => {
        await holdBranch(tx, scope, 'update')
        const sums = await sumsOfMonth(tx, scope, service.feed.activityKinds, month, today())
        const { studied } = request.body
        if (studied > sums.members) {
          throw new Problem(400, 'studied', `参学 ${studied} 人比名册上的 ${sums.members} 人还多，请刷新这一页再报`)
        }
        await fileMonth(tx, scope, month, { ...sums, studied }, now)
        await audit(tx, { tenant, actor, action: 'month.file', org, reason: month }, now)
      })
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/v1/branches/:branch/months/:month/filed',
    { config, schema: { tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch: org } = scope
      const { month } = request.params
      await together(db, async tx => {
        if (!(await takeFiledBack(tx, scope, month))) throw notFound()
        await audit(tx, { tenant, actor, action: 'month.back', org, reason: month }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/orgs/:org/months/:month',
    {
      config: { scope: 'tree' },
      schema: {
        tags,
        params: z.object({ org: orgSchema, month: monthSchema }),
        querystring: z.strictObject({ from: fromQuery }),
        response: { 200: filedPageSchema },
      },
    },
    async request => {
      const rows = await filedUnder(db, treeOf(request), request.params.month)
      const { from } = request.query
      return {
        total: rows.length,
        filed: rows.filter(it => it.at !== undefined).length,
        rows: rows.slice(from, from + PAGE_OF_ORGS),
      }
    },
  )
}
