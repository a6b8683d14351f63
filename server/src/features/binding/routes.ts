import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ASKED_DISTRICT, requestCode } from '../../../../domain/contract/binding'
import { CONSENT_VERSION } from '../../../../domain/contract/consent'
import { shanghaiDay } from '../../../../domain/time/day'
import { hmac, readInviteCode } from '../../auth/keys'
import { Problem, unauthorised } from '../../auth/problem'
import { together } from '../../database/pool'
import { GUESSING } from '../../plugins/security'
import { bindAccount, countTry, findInvite, matchMembers } from './accounts'
import { audit } from '../audit/audit'
import { askToBind } from './requests'
import type { RoutePlugin } from '../../route-plugin'
import { openSession, sessionSchema } from '../login/sessions'

const body = z.strictObject({
  invite: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  last4: z.string().regex(/^\d{4}$/),
  /** The version of the consent text the member agreed to. */
  consent: z.literal(CONSENT_VERSION),
})

/** One answer for a wrong code, name or number and for a member already bound: nobody learns who is on the roster. */
const noMatch = () =>
  new Problem(
    404,
    'no_match',
    '没有对上。请核对邀请码、姓名和手机号后四位，也可以请支部书记确认；以前绑定过别的手机的，请书记先解除绑定',
  )
const noTries = () => new Problem(429, 'tries', '今天已经试了五次，请明天再试，或请支部书记确认')

const isBound = () => new Problem(409, 'bound', '这个微信已经绑定了，不用再申请。请返回“支部账号”，点“用微信登录”')
/** Nothing is bound; the request is there. */
const atDistrict = (code: string) =>
  new Problem(
    409,
    ASKED_DISTRICT,
    `您在上级有职务，绑定要由区里的管理员核对。申请已经送到，申请号是 ${code}，区里打电话时请报给他；通过以后，点“用微信登录”就好`,
    { code },
  )

/** From a login to a member: by invite code, name and last four digits, or by the secretary's word. */
export const bindingRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'bind' as const, ...GUESSING }
  const openidOfRequest = (request: FastifyRequest) => {
    if (!request.claims || !('bind' in request.claims)) throw unauthorised()
    return request.claims.bind
  }
  const branchOfInvite = async (openid: string, invite: string) => {
    const now = service.now()
    if (!(await countTry(service.db, openid, shanghaiDay(now)))) throw noTries()
    return findInvite(service.db, hmac(service.keys, 'invite', readInviteCode(invite)), now)
  }

  app.post(
    '/v1/bind',
    { config, schema: { tags: ['登录'], body, response: { 200: sessionSchema } } },
    async request => {
      const openid = openidOfRequest(request)
      const { invite, name, last4, consent } = request.body
      const branch = await branchOfInvite(openid, invite)
      if (!branch) throw noMatch()
      const { tenant_id: tenant, branch_id } = branch
      const now = service.now()
      const digits = hmac(service.keys, 'last4', `${tenant}:${last4}`)
      const members = await matchMembers(service.db, { tenant, branch: branch_id, name, last4: digits }, now)
      const member = members[0]
      if (members.length !== 1 || !member) throw noMatch()
      const { outcome, code = '' } = await together(service.db, async tx => {
        const outcome = await bindAccount(tx, { openid, tenant, member, consent }, 'branch', now)
        if (outcome === 'bound') {
          await audit(tx, { tenant, actor: member, action: 'bind', org: branch_id, subject: member }, now)
        }
        if (outcome !== 'office') return { outcome }
        const asked = await askToBind(tx, { ...branch, openid, name, last4, consent, member }, now)
        return asked ? { outcome, code: requestCode(asked) } : { outcome: 'taken' as const }
      })
      if (outcome === 'taken') throw noMatch()
      if (outcome === 'office') throw atDistrict(code)
      return openSession(app, service, { tenant, member })
    },
  )

  app.post(
    '/v1/bind/request',
    {
      config,
      schema: { tags: ['登录'], body, response: { 202: z.object({ status: z.literal('asked'), code: z.string() }) } },
    },
    async (request, reply) => {
      const openid = openidOfRequest(request)
      const { invite, name, last4, consent } = request.body
      const branch = await branchOfInvite(openid, invite)
      if (!branch) throw noMatch()
      const asked = await askToBind(service.db, { ...branch, openid, name, last4, consent }, service.now())
      if (!asked) throw isBound()
      return reply.status(202).send({ status: 'asked' as const, code: requestCode(asked) })
    },
  )
}
