import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PARCEL_BYTES } from '../../../../domain/contract/parcel-limits'
import {
  parcelAnswerSchema,
  parcelIdSchema,
  parcelStateSchema,
  takeParcelSchema,
} from '../../../../domain/contract/parcel'
import { requireConsent } from '../../auth/actors'
import { Problem, notFound } from '../../auth/problem'
import { selfOf } from '../../plugins/scopes'
import { GUESSING } from '../../plugins/security'
import type { RoutePlugin } from '../../route-plugin'
import { dropParcel, endParcel, parcelState, putParcel, takeParcel } from './queries'

const BYTES = 'application/octet-stream'
const params = z.object({ parcel: parcelIdSchema })
/** Megabytes: a person tries a few times. */
const GIVING = { rateLimit: { max: 6, timeWindow: '1 minute' } }
/** One sentence: who may know more has the old phone in their hand. */
const gone = () => new Problem(404, 'parcel', '这个码用过了、收回了，或者过了十分钟。请在旧手机上再生成一个')

/**
 * A new phone by one scan: the old phone leaves its records, sealed, and the new one takes them. The key is in the code on the
 * old phone's screen and never comes here. Who takes needs no login: whoever knows the number has the code.
 */
export const parcelRoutes: RoutePlugin = async (app, { service }) => {
  const own = { scope: 'self' as const }
  const open = { scope: 'public' as const, ...GUESSING }
  const tags = ['换手机']
  const { db, now } = service
  app.addContentTypeParser(BYTES, { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body)

  app.put(
    '/v1/me/parcel/:parcel',
    {
      config: { ...own, ...GIVING },
      bodyLimit: PARCEL_BYTES,
      schema: {
        tags,
        description: '正文是在手机上加密好的学习记录；服务没有钥匙。每人一份，十分钟，取走就删',
        consumes: [BYTES],
        params,
        response: { 200: parcelAnswerSchema },
      },
    },
    async request => {
      requireConsent(request.actor!)
      if (!Buffer.isBuffer(request.body) || request.body.length === 0)
        throw new Problem(400, 'invalid', '请求的格式不对')
      return { seconds: await putParcel(db, selfOf(request), request.params.parcel, request.body, now()) }
    },
  )
  app.get(
    '/v1/me/parcel/:parcel',
    { config: own, schema: { tags, params, response: { 200: parcelStateSchema } } },
    async request => {
      const state = await parcelState(db, selfOf(request), request.params.parcel, now())
      if (!state) throw notFound()
      return { state }
    },
  )
  app.delete(
    '/v1/me/parcel',
    { config: own, schema: { tags, response: { 204: z.null() } } },
    async (request, reply) => {
      await dropParcel(db, selfOf(request))
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/v1/parcels/:parcel/take',
    { config: open, schema: { tags, produces: [BYTES], params, body: takeParcelSchema } },
    async (request, reply) => {
      const sealed = await takeParcel(db, request.params.parcel, request.body.phone, now())
      if (!sealed) throw gone()
      return reply.type(BYTES).send(sealed)
    },
  )
  app.post(
    '/v1/parcels/:parcel/done',
    { config: open, schema: { tags, params, body: takeParcelSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      await endParcel(db, request.params.parcel, request.body.phone)
      return reply.status(204).send(null)
    },
  )
}
