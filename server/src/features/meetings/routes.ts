import { z } from 'zod'
import { exportName } from '../../../../domain/text/table'
import {
  ATTENDANCE_SHEET_COLUMNS,
  attendanceHeading,
  MEETING_COLUMNS,
} from '../../../../domain/contract/meeting-columns'
import { meetingKindTitle } from '../../../../domain/contract/meeting-kinds'
import {
  meetingDetailSchema,
  meetingListSchema,
  type NewMeeting,
  newMeetingSchema,
  ownMeetingsSchema,
} from '../../../../domain/contract/meetings'
import { type Day, shanghaiDay } from '../../../../domain/time/day'
import { daysAround, periodOf, periodSchema } from '../../around'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { branchOf, selfOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { branchPosts } from '../roster/posts'
import { allMeetings, deleteMeeting, keptSince, listMeetings, ownMeetings, readMeeting, saveMeeting } from './queries'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import type { RoutePlugin } from '../../route-plugin'
import { formatSchema, idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })
const one = params.extend({ meeting: idSchema })

/** Which meeting, in the audit log. */
export const named = ({ kind, title, day }: Pick<NewMeeting, 'kind' | 'title' | 'day'>) =>
  `${day} ${meetingKindTitle(kind)}：${title}`
/** @throws Problem 400 `day` */
export function requireDay(day: Day, [from, to]: readonly [Day, Day]): void {
  if (day < from || day > to) throw new Problem(400, 'day', '会议日期请选前后一年之内的一天')
}

/** 三会一课 and 主题党日 of a branch, and who was there. */
export const meetingRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['会议']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/branches/:branch/meetings',
    {
      config,
      schema: {
        tags,
        params,
        querystring: periodSchema,
        response: { 200: meetingListSchema },
      },
    },
    async request => ({
      ...(await listMeetings(db, branchOf(request), ...periodOf(request.query, today()), service.now())),
      posts: await branchPosts(db, branchOf(request)),
      since: await keptSince(db, branchOf(request)),
    }),
  )
  app.post(
    '/v1/branches/:branch/meetings',
    {
      config,
      schema: { tags, params, body: newMeetingSchema, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { day } = request.body
      const now = service.now()
      const answer = await withIdempotencyKey(db, scope, 'meeting', request.body, now, async tx => {
        requireDay(day, daysAround(shanghaiDay(now)))
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
    { config, schema: { tags, params: one, response: { 200: meetingDetailSchema } } },
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
    { config, schema: { tags, params: params.extend({ format: formatSchema }), querystring: periodSchema } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const [from, to] = periodOf(request.query, today())
      const meetings = await allMeetings(db, scope, from, to, service.now())
      await audit(db, { tenant, actor, action: 'export', org: branch, reason: '会议台账' }, service.now())
      const name = exportName(
        await ownerName(db, tenant, branch),
        '会议台账',
        `${from}至${to}`,
        today(),
        request.params.format,
      )
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
      const owner = await ownerName(db, tenant, branch)
      const name = exportName(owner, `${meetingKindTitle(kind)}签到表`, day, today(), request.params.format)
      const heading = attendanceHeading(owner, found.meeting)
      return sendTable(reply, name, '签到表', ATTENDANCE_SHEET_COLUMNS, found.rows, heading)
    },
  )
  app.get(
    '/v1/me/meetings',
    {
      config: { scope: 'self' },
      schema: { tags, response: { 200: ownMeetingsSchema } },
    },
    async request => ({ meetings: await ownMeetings(db, selfOf(request), today()) }),
  )
}
