import { z } from 'zod'
import { WEEKS_BACK } from '../../../domain/contract/limits'
import { shanghaiDay, weekStart } from '../../../domain/time/day'
import { notFound } from '../auth/problem'
import { branchOf } from '../plugins/scopes'
import { branchMonth, branchWeek, memberTotals, monthSums, ownBranchWeek } from '../repositories/branch-weeks'
import type { RoutePlugin } from './route-plugin'
import { idSchema, monthSchema, orgSchema, totalsSchema, weekQuery } from './shapes'

const sums = {
  studyDays: z.number(),
  offlineDays: z.number(),
  items: z.number(),
  minutes: z.number(),
  answers: z.number(),
  correct: z.number(),
}
const weekRow = z.object({
  member: z.string(),
  name: z.string(),
  week: z.string(),
  goal: z.number(),
  met: z.boolean(),
  offline: z.boolean(),
  bound: z.boolean(),
  ...sums,
})
const monthRow = z.object({ member: z.string(), name: z.string(), weeks: z.number(), weeksMet: z.number(), ...sums })
const monthSumsSchema = z.object({
  members: z.number(),
  weeks: z.number(),
  weeksMet: z.number(),
  studyDays: z.number(),
  erased: totalsSchema.shape.erased,
})
const memberAnswer = z.object({
  name: z.string(),
  goal: z.number(),
  offline: z.boolean(),
  bound: z.boolean(),
  weeks: z.array(z.object({ week: z.string(), met: z.boolean(), ...sums })),
})
const params = z.object({ branch: orgSchema })

/** The secretary's tables: done and not yet, weekly totals, never an answer or a trail. */
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
        querystring: weekQuery,
        response: { 200: z.object({ totals: totalsSchema, rows: z.array(weekRow) }) },
      },
    },
    async request => {
      const scope = branchOf(request)
      const day = request.query.week ?? today()
      return { totals: await ownBranchWeek(db, scope, day), rows: await branchWeek(db, scope, day) }
    },
  )
  app.get(
    '/v1/branches/:branch/month',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ month: monthSchema.optional() }),
        response: { 200: z.object({ month: z.string(), rows: z.array(monthRow), totals: monthSumsSchema }) },
      },
    },
    async request => {
      const scope = branchOf(request)
      const month = request.query.month ?? today().slice(0, 7)
      const rows = await branchMonth(db, scope, month, today())
      return { month, rows, totals: await monthSums(db, scope, month, rows) }
    },
  )
  app.get(
    '/v1/branches/:branch/members/:member',
    { config, schema: { tags, params: params.extend({ member: idSchema }), response: { 200: memberAnswer } } },
    async request => {
      const week = weekStart(today())
      const known = await memberTotals(db, branchOf(request), request.params.member, week, WEEKS_BACK)
      if (!known) throw notFound()
      return known
    },
  )
}
