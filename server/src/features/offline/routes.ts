import { z } from 'zod'
import { OFFLINE_DAYS_BACK, RECORDED_ALREADY } from '../../../../domain/contract/limits'
import { offlineRecordSchema, sentOfflineSchema } from '../../../../domain/contract/offline'
import { addDays, shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { refuseNames } from '../audit/names-in-texts'
import { askWhetherAgain, deleteOffline, listOffline, recordOffline } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })
/** 线下学习: study of members without a phone, written down by the secretary with a reason. It earns no points. */
export const offlineRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/branches/:branch/offline',
    { config, schema: { tags, params, response: { 200: z.object({ records: z.array(offlineRecordSchema) }) } } },
    async request => ({
      records: await listOffline(db, branchOf(request), addDays(today(), -OFFLINE_DAYS_BACK), today()),
    }),
  )
  app.post(
    '/v1/branches/:branch/offline',
    {
      config,
      schema: { tags, params, body: sentOfflineSchema, response: { 201: z.object({ ids: z.array(z.string()) }) } },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { form: _form, members, again, ...rest } = request.body
      const { tenant, actor, branch: org } = scope
      const now = service.now()
      const looks = [...new Set(members)].map(subject => ({ subject, reason: rest.reason }))
      const answer = await withIdempotencyKey(db, scope, 'offline', request.body, now, async tx => {
        if (rest.day > today() || rest.day < addDays(today(), -OFFLINE_DAYS_BACK)) {
          throw new Problem(400, 'day', `只能补记最近 ${OFFLINE_DAYS_BACK} 天的线下学习`)
        }
        await refuseNames(tx, scope, rest.reason)
        const asked = again ? undefined : await askWhetherAgain(tx, scope, rest, members)
        if (asked) throw new Problem(409, RECORDED_ALREADY, asked)
        const ids = await recordOffline(tx, scope, rest, members, now)
        if (!ids) throw notFound()
        await audit(
          tx,
          looks.map(it => ({ tenant, actor, action: 'offline' as const, org, ...it })),
          now,
        )
        return { ids }
      })
      return reply.status(201).send(answer)
    },
  )
  app.delete(
    '/v1/branches/:branch/offline/:record',
    { config, schema: { tags, params: params.extend({ record: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      await together(db, async tx => {
        const subject = await deleteOffline(tx, scope, request.params.record)
        if (!subject) throw notFound()
        await audit(tx, { tenant, actor, action: 'offline.delete', org: branch, subject }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
}
