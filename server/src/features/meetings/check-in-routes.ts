import crypto from 'node:crypto'
import { z } from 'zod'
import { checkInTime, readCheckIn, checkInText } from '../../../../domain/contract/check-in'
import {
  checkInCodeSchema,
  checkInSchema,
  checkedInSchema,
  markPresentSchema,
  openCheckInSchema,
} from '../../../../domain/contract/meetings'
import { shanghaiDay } from '../../../../domain/time/day'
import { requireConsent } from '../../auth/actors'
import { hmac, hmacs } from '../../auth/keys'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { branchOf, selfOf } from '../../plugins/scopes'
import { GUESSING } from '../../plugins/security'
import { audit } from '../audit/audit'
import { refuseNames } from '../audit/names-in-texts'
import { readMeeting } from './queries'
import { closeCheckIn, countCheckInTry, markPresent, openCheckIn, checkIn, unmarkPresent } from './check-in'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const one = z.object({ branch: orgSchema, meeting: idSchema })

/** One answer for a wrong, an ended and another branch's code. */
const noCode = () => new Problem(404, 'no_code', '签到码不对，或者已经过期。请看书记手机上现在的码')
const noTries = () => new Problem(429, 'tries', '试的次数太多了，请过十分钟再试，或请书记登记')

/** Check-in at a meeting: with a code that lives some minutes, or by the secretary's hand, with a reason. */
export const checkInRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['会议']
  const { db, keys } = service
  const hashed = (tenant: string, branch: string, code: string) => hmac(keys, 'meeting', `${tenant}:${branch}:${code}`)

  app.post(
    '/v1/branches/:branch/meetings/:meeting/code',
    {
      config,
      schema: {
        tags,
        params: one,
        body: openCheckInSchema,
        response: { 201: checkInCodeSchema },
      },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const now = service.now()
      const found = await readMeeting(db, scope, request.params.meeting, now)
      if (!found) throw notFound()
      if (checkInTime(found.meeting.day, shanghaiDay(now)) !== 'now') {
        throw new Problem(409, 'day', '只能在会议当天打开签到；补登请用“登记到会”')
      }
      const secret = crypto.randomBytes(16).toString('base64url')
      const digits = String(crypto.randomInt(1_000_000)).padStart(6, '0')
      const until = new Date(now + request.body.minutes * 60_000)
      const of = (code: string) => hashed(scope.tenant, scope.branch, code)
      const code = { secretHmac: of(secret), digitsHmac: of(digits), until }
      if (!(await openCheckIn(db, scope, request.params.meeting, code))) throw notFound()
      return reply.status(201).send({ qr: checkInText(secret), digits, until: until.toISOString() })
    },
  )
  app.delete(
    '/v1/branches/:branch/meetings/:meeting/code',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      if (!(await closeCheckIn(db, branchOf(request), request.params.meeting))) throw notFound()
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/v1/me/meetings/sign-in',
    {
      config: { scope: 'self', ...GUESSING },
      schema: {
        tags,
        body: checkInSchema,
        response: { 200: checkedInSchema },
      },
    },
    async request => {
      requireConsent(request.actor!)
      const scope = selfOf(request)
      const now = service.now()
      if (!(await countCheckInTry(db, scope, now))) throw noTries()
      const code = readCheckIn(request.body.code)
      if (!code) throw noCode()
      const [column, value] =
        'secret' in code ? (['secret_hmac', code.secret] as const) : (['digits_hmac', code.digits] as const)
      const done = await checkIn(
        db,
        scope,
        { column, hmacs: hmacs(keys, 'meeting', `${scope.tenant}:${scope.branch}:${value}`) },
        now,
      )
      if (!done) throw noCode()
      return done
    },
  )
  app.post(
    '/v1/branches/:branch/meetings/:meeting/attendance',
    {
      config,
      schema: {
        tags,
        params: one,
        body: markPresentSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { members, reason } = request.body
      const now = service.now()
      const { tenant, actor, branch: org } = scope
      await together(db, async tx => {
        await refuseNames(tx, scope, reason)
        const marked = await markPresent(tx, scope, request.params.meeting, members, reason, now)
        if (!marked) throw notFound()
        const entries = marked.map(subject => ({ tenant, actor, action: 'attendance' as const, org, subject, reason }))
        await audit(tx, entries, now)
      })
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/v1/branches/:branch/meetings/:meeting/attendance/:member',
    { config, schema: { tags, params: one.extend({ member: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const { tenant, actor, branch } = branchOf(request)
      const { meeting, member } = request.params
      await together(db, async tx => {
        if (!(await unmarkPresent(tx, branchOf(request), meeting, member))) throw notFound()
        await audit(tx, { tenant, actor, action: 'attendance.delete', org: branch, subject: member }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
}
