import { z } from 'zod'
import { WEEKS_BACK } from '../../../../domain/contract/limits'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { notFound } from '../../auth/problem'
import { branchOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, monthSchema, orgSchema, weekQuery } from '../../shapes'
import { branchMonth, branchWeek, weeksOfMember } from './branch-weeks'

const how = { phone: z.boolean(), branch: z.boolean() }
const who = { member: z.string(), name: z.string() }
const weekRow = z.object({ ...who, week: z.string(), ...how, offline: z.boolean(), bound: z.boolean() })
const monthRow = z.object({ ...who, weeks: z.number(), studied: z.number(), ...how })
const memberAnswer = z.object({
  name: z.string(),
  offline: z.boolean(),
  bound: z.boolean(),
  weeks: z.array(z.object({ week: z.string(), ...how })),
})
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
      schema: { tags, params, querystring: weekQuery, response: { 200: z.object({ rows: z.array(weekRow) }) } },
    },
    async request => ({ rows: await branchWeek(db, branchOf(request), request.query.week ?? today()) }),
  )
  app.get(
    '/v1/branches/:branch/month',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ month: monthSchema.optional() }),
        response: { 200: z.object({ month: z.string(), rows: z.array(monthRow) }) },
      },
    },
    async request => {
      const month = request.query.month ?? today().slice(0, 7)
      return { month, rows: await branchMonth(db, branchOf(request), month, today()) }
    },
  )
  app.get(
    '/v1/branches/:branch/members/:member',
    { config, schema: { tags, params: params.extend({ member: idSchema }), response: { 200: memberAnswer } } },
    async request => {
      const week = weekStart(today())
      const known = await weeksOfMember(db, branchOf(request), request.params.member, week, WEEKS_BACK)
      if (!known) throw notFound()
      return known
    },
  )
}
