import { z } from 'zod'
import { meetingEditSchema, newLeaveSchema } from '../../../../domain/contract/meetings'
import { shanghaiDay } from '../../../../domain/time/day'
import { daysAround } from '../../around'
import { notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { editMeeting, endLeave, putOnLeave } from './record'
import { named, requireDay } from './routes'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const one = z.object({ branch: orgSchema, meeting: idSchema })

/** A meeting as a record: who is on leave, who led it, what was studied and said; edited afterwards with a trace. */
export const recordRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['会议']
  const { db } = service

  app.put(
    '/v1/branches/:branch/meetings/:meeting',
    { config, schema: { tags, params: one, body: meetingEditSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch: org } = scope
      const now = service.now()
      requireDay(request.body.day, daysAround(shanghaiDay(now)))
      await together(db, async tx => {
        const done = await editMeeting(tx, scope, request.params.meeting, request.body, shanghaiDay(now))
        if (!done) throw notFound()
        const { was, fields } = done
        // Which fields, not what stands in them: the district reads the log.
        const reason = `${named(was)}。改了${fields.join('、')}`
        if (fields.length > 0) await audit(tx, { tenant, actor, action: 'meeting.edit', org, reason }, now)
      })
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/v1/branches/:branch/meetings/:meeting/leave',
    { config, schema: { tags, params: one, body: newLeaveSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch: org } = scope
      const { members, ...why } = request.body
      const now = service.now()
      await together(db, async tx => {
        const away = await putOnLeave(tx, scope, request.params.meeting, members, why, now)
        if (!away) throw notFound()
        // Without the reason: it may be somebody's health.
        const entries = away.map(subject => ({ tenant, actor, action: 'leave' as const, org, subject }))
        await audit(tx, entries, now)
      })
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/v1/branches/:branch/meetings/:meeting/leave/:member',
    { config, schema: { tags, params: one.extend({ member: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch: org } = scope
      const { meeting, member } = request.params
      await together(db, async tx => {
        const [subject] = await endLeave(tx, scope, meeting, [member])
        if (!subject) throw notFound()
        await audit(tx, { tenant, actor, action: 'leave.delete', org, subject }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
}
