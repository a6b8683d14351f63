import { z } from 'zod'
import {
  activityDetailSchema,
  activityListSchema,
  ownActivitySchema,
  sentActivitySchema,
  sentChangeSchema,
  waitingSchema,
} from '../../../../domain/contract/activities'
import { LEDGER_NAME, ledgerColumns } from '../../../../domain/branch/activity-ledger'
import { exportName } from '../../../../domain/text/table'
import { shanghaiDay } from '../../../../domain/time/day'
import { periodOf, periodSchema } from '../../around'
import { notFound } from '../../auth/problem'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { branchOf, selfOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { formatSchema, idSchema, orgSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import { listActivities, ownActivities, readActivity, readLedger, readWaiting } from './queries'
import { changeActivity, checkActivity, deleteActivity, saveActivity } from './write'

const params = z.object({ branch: orgSchema })
const one = params.extend({ activity: idSchema })

/** 活动: the branch's ledger of what it does together beside meetings, and of the deeds it does for others. */
export const activityRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['活动']
  const { db } = service
  const kinds = service.feed.activityKinds
  const today = () => shanghaiDay(service.now())
  /** Which activity, in the audit log. */
  const named = (it: { kind: string; title: string; day: string }) =>
    `${it.day} ${kinds.find(one => one.id === it.kind)?.title ?? it.kind}：${it.title}`

  app.get(
    '/v1/branches/:branch/activities',
    {
      config,
      schema: {
        tags,
        params,
        querystring: periodSchema,
        response: { 200: activityListSchema },
      },
    },
    async request => listActivities(db, branchOf(request), kinds, ...periodOf(request.query, today())),
  )
  app.post(
    '/v1/branches/:branch/activities',
    { config, schema: { tags, params, body: sentActivitySchema, response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { form: _form, ...it } = request.body
      const now = service.now()
      const answer = await withIdempotencyKey(db, scope, 'activity', request.body, now, async tx => {
        const kind = checkActivity(kinds, it, today())
        const id = await saveActivity(tx, scope, kind, it, now)
        if (id === undefined) throw notFound()
        const { tenant, actor, branch } = scope
        await audit(tx, { tenant, actor, action: 'activity', org: branch, reason: named(it) }, now)
        return { id }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    '/v1/branches/:branch/activities/waiting',
    { config, schema: { tags, params, response: { 200: waitingSchema } } },
    async request => readWaiting(db, branchOf(request), today()),
  )
  app.get(
    '/v1/branches/:branch/activities/:activity',
    { config, schema: { tags, params: one, response: { 200: activityDetailSchema } } },
    async request => {
      const found = await readActivity(db, branchOf(request), kinds, request.params.activity)
      if (!found) throw notFound()
      return found
    },
  )
  app.put(
    '/v1/branches/:branch/activities/:activity',
    { config, schema: { tags, params: one, body: sentChangeSchema, response: { 200: z.object({ id: z.string() }) } } },
    async request => {
      const scope = branchOf(request)
      const { activity: id } = request.params
      const { form: _form, ...it } = request.body
      const now = service.now()
      const { tenant, actor, branch } = scope
      const sent = { ...request.body, id }
      return withIdempotencyKey(db, scope, 'activity', sent, now, async tx => {
        const kind = checkActivity(kinds, it, today())
        const words = await changeActivity(tx, scope, kind, id, it, now)
        if (words === undefined) throw notFound()
        const reason = `${named(it)}，${words}`
        await audit(tx, { tenant, actor, action: 'activity.change', org: branch, reason }, now)
        return { id }
      })
    },
  )
  app.delete(
    '/v1/branches/:branch/activities/:activity',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      await together(db, async tx => {
        const gone = await deleteActivity(tx, scope, request.params.activity)
        if (!gone) throw notFound()
        await audit(tx, { tenant, actor, action: 'activity.delete', org: branch, reason: named(gone) }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/branches/:branch/activities/export.:format',
    { config, schema: { tags, params: params.extend({ format: formatSchema }), querystring: periodSchema } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const [from, to] = periodOf(request.query, today())
      const rows = await readLedger(db, scope, kinds, from, to)
      await audit(db, { tenant, actor, action: 'export', org: branch, reason: LEDGER_NAME }, service.now())
      const file = exportName(
        await ownerName(db, tenant, branch),
        LEDGER_NAME,
        `${from}至${to}`,
        today(),
        request.params.format,
      )
      return sendTable(reply, file, LEDGER_NAME, ledgerColumns(kinds, today()), rows)
    },
  )
  app.get(
    '/v1/me/activities',
    {
      config: { scope: 'self' },
      schema: { tags, response: { 200: z.object({ activities: z.array(ownActivitySchema) }) } },
    },
    async request => ({ activities: await ownActivities(db, selfOf(request), kinds, today()) }),
  )
}
