import { z } from 'zod'
import { exportName } from '../../../../domain/text/table'
import {
  ATTENDANCE_COLUMNS,
  MEETING_COLUMNS,
  MEETING_KINDS,
  type NewMeeting,
  meetingKindTitle,
} from '../../../../domain/contract/meetings'
import { addDays, shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { sendTable } from '../../exports/send'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { deleteMeeting, listMeetings, readMeeting, saveMeeting } from './queries'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import type { RoutePlugin } from '../../route-plugin'
import { daySchema, idempotencyKeySchema, formatSchema, idSchema, orgSchema } from '../../shapes'

const params = z.object({ branch: orgSchema })
const one = params.extend({ meeting: idSchema })
const text = (max: number) => z.string().trim().min(1).max(max)
const planned = {
  kind: z.enum(MEETING_KINDS.map(it => it.id)),
  title: text(60),
  day: daySchema,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: text(60).optional(),
}
const body = z.strictObject({ form: idempotencyKeySchema, ...planned })
export const meetingSchema = z.object({ id: z.string(), ...planned })
const summary = meetingSchema.extend({
  members: z.number(),
  present: z.number(),
  openUntil: z.string().optional(),
})
const row = z.object({
  member: z.string(),
  name: z.string(),
  present: z.boolean(),
  at: z.string().optional(),
  how: z.enum(['code', 'hand']).optional(),
  reason: z.string().optional(),
})
/** Which meeting, in the audit log. */
const named = ({ kind, title, day }: Pick<NewMeeting, 'kind' | 'title' | 'day'>) =>
  `${day} ${meetingKindTitle(kind)}：${title}`
/** A meeting may be written down so many days back and ahead. */
const DAYS_AROUND = 366
const period = z.strictObject({ from: daySchema.optional(), to: daySchema.optional() })

/** 三会一课 and 主题党日 of a branch, and who was there. */
export const meetingRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['会议']
  const { db } = service
  const today = () => shanghaiDay(service.now())
  const around = ({ from, to }: z.infer<typeof period>) =>
    [from ?? addDays(today(), -DAYS_AROUND), to ?? addDays(today(), DAYS_AROUND)] as const

  app.get(
    '/v1/branches/:branch/meetings',
    {
      config,
      schema: { tags, params, querystring: period, response: { 200: z.object({ meetings: z.array(summary) }) } },
    },
    async request => ({
      meetings: await listMeetings(db, branchOf(request), ...around(request.query), service.now()),
    }),
  )
  app.post(
    '/v1/branches/:branch/meetings',
    {
      config,
      schema: { tags, params, body, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { day } = request.body
      const now = service.now()
      const answer = await withIdempotencyKey(db, scope, 'meeting', request.body, now, async tx => {
        const [from, to] = around({})
        if (day < from || day > to) throw new Problem(400, 'day', '会议日期请选前后一年之内的一天')
        const id = await saveMeeting(tx, scope, request.body, now)
        const { tenant, actor, branch } = scope
        await audit(tx, { tenant, actor, action: 'meeting', org: branch, reason: named(request.body) }, now)
        return { id }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    '/v1/branches/:branch/meetings/:meeting',
    { config, schema: { tags, params: one, response: { 200: z.object({ meeting: summary, rows: z.array(row) }) } } },
    async request => {
      const found = await readMeeting(db, branchOf(request), request.params.meeting, service.now())
      if (!found) throw notFound()
      return found
    },
  )
  app.delete(
    '/v1/branches/:branch/meetings/:meeting',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      await together(db, async tx => {
        const gone = await deleteMeeting(tx, scope, request.params.meeting)
        if (!gone) throw notFound()
        await audit(tx, { tenant, actor, action: 'meeting.delete', org: branch, reason: named(gone) }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/branches/:branch/meetings/export.:format',
    { config, schema: { tags, params: params.extend({ format: formatSchema }), querystring: period } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const [from, to] = around(request.query)
      const meetings = await listMeetings(db, scope, from, to, service.now())
      await audit(db, { tenant, actor, action: 'export', org: branch, reason: '会议台账' }, service.now())
      const name = exportName('会议台账', `${from}至${to}`, today(), request.params.format)
      return sendTable(reply, name, '会议台账', MEETING_COLUMNS, meetings)
    },
  )
  app.get(
    '/v1/branches/:branch/meetings/:meeting/export.:format',
    { config, schema: { tags, params: one.extend({ format: formatSchema }) } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const found = await readMeeting(db, scope, request.params.meeting, service.now())
      if (!found) throw notFound()
      const { kind, day, title } = found.meeting
      const reason = `签到表 ${day} ${title}`
      await audit(db, { tenant, actor, action: 'export', org: branch, reason }, service.now())
      const name = exportName(`${meetingKindTitle(kind)}签到表`, day, today(), request.params.format)
      return sendTable(reply, name, '签到表', ATTENDANCE_COLUMNS, found.rows)
    },
  )
}
