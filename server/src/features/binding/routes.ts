import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AuditAction } from '../../../../domain/contract/audit'
import { ASKED_DISTRICT, requestCode } from '../../../../domain/contract/binding'
import { CONSENT_VERSION } from '../../../../domain/contract/consent'
import { shanghaiDay } from '../../../../domain/time/day'
import { hmacs } from '../../auth/keys'
import { personName } from '../../../../domain/text/person-name'
import { readTypedCode } from '../../../../domain/text/typed-code'
import { Problem, unauthorised } from '../../auth/problem'
import { together } from '../../database/pool'
import { GUESSING } from '../../plugins/security'
import { type Word, bindAccount, countTry, findInvite, matchMembers } from './accounts'
import { ownerOfCode } from './own-code'
import { audit } from '../audit/audit'
import { type Asking, askToBind } from './requests'
import type { RoutePlugin } from '../../route-plugin'
import { openSession, sessionSchema } from '../login/sessions'

/** Can be read in a list: it has letters, and no pile of marks that stands over the lines above. */
const READABLE = /^(?=.*\p{L})(?!.*\p{M}{4})/u
const name = z.string().overwrite(personName).min(1).max(40).regex(READABLE)

const withCode = z.strictObject({
  name,
  code: z.string().min(1).max(40),
  consent: z.literal(CONSENT_VERSION),
})
const body = z.strictObject({
  invite: z.string().min(1).max(40),
  name,
  last4: z.string().regex(/^\d{4}$/),
  /** The version of the consent text the member agreed to. */
  consent: z.literal(CONSENT_VERSION),
})

/** One answer for a wrong code, name or number and for a member already bound: nobody learns who is on the roster. */
const noMatch = () =>
  new Problem(
    404,
    'no_match',
    '没有对上。请核对邀请码、姓名和手机号后四位，也可以请支部书记确认；以前绑定过别的手机的，请填换机码',
  )
const noCode = () =>
  new Problem(
    404,
    'no_match',
    '没有对上。请核对姓名和换机码；换机码找不到、用过了的，选“第一次绑定”，再点“请书记确认”，由区里核对',
  )
const noTries = () => new Problem(429, 'tries', '今天已经试了五次，请明天再试，或请支部书记确认')

const isBound = () => new Problem(409, 'bound', '这个微信已经绑定了，不用再申请。请返回“支部账号”，点“用微信登录”')
/** Nothing is bound; the request is there. */
const atDistrict = (code: string) =>
  new Problem(
    409,
    ASKED_DISTRICT,
    `您绑定过别的手机，或者在上级有职务，要由区里的管理员核对。申请已经送到，申请号是 ${code}，区里打电话时请报给他；通过以后，点“用微信登录”就好`,
    { code },
  )

/**
 * From a login to a member: by invite code, name and last four digits, or by the secretary's word; from one phone to another by
 * the member's own code.
 */
export const bindingRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'bind' as const, ...GUESSING }
  const openidOfRequest = (request: FastifyRequest) => {
    if (!request.claims || !('bind' in request.claims)) throw unauthorised()
    return request.claims.bind
  }
  const count = async (openid: string) => {
    if (!(await countTry(service.db, openid, shanghaiDay(service.now())))) throw noTries()
  }
  const branchOfInvite = async (openid: string, invite: string) => {
    await count(openid)
    return findInvite(service.db, hmacs(service.keys, 'invite', readTypedCode(invite)), service.now())
  }
  /** Binds on the branch's word or the code's; what only the district may do becomes a request, and the phone is told so. */
  const bindOrAsk = async (ask: Asking & { member: string }, word: Word, audited: AuditAction, reason?: string) => {
    const { tenant_id: tenant, branch_id: org, openid, member, consent } = ask
    const now = service.now()
    const { outcome, code = '' } = await together(service.db, async tx => {
      const outcome = await bindAccount(tx, { openid, tenant, member, consent }, word, now)
      if (outcome === 'bound') {
        await audit(tx, { tenant, actor: member, action: audited, org, subject: member, reason }, now)
      }
      if (outcome !== 'district') return { outcome }
      const asked = await askToBind(tx, ask, now)
      return asked ? { outcome, code: requestCode(asked) } : { outcome: 'taken' as const }
    })
    if (outcome === 'district') throw atDistrict(code)
    if (outcome !== 'bound') return undefined
    service.actors.forget(tenant, member)
    return openSession(app, service, { tenant, member })
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
      const digits = hmacs(service.keys, 'last4', `${tenant}:${last4}`)
      const where = { tenant, branch: branch_id, name, last4: digits }
      const members = await matchMembers(service.db, where, service.now())
      const member = members[0]
      if (members.length !== 1 || !member) throw noMatch()
      const session = await bindOrAsk({ ...branch, openid, name, last4, consent, member }, { of: 'branch' }, 'bind')
      if (!session) throw noMatch()
      return session
    },
  )

  app.post(
    '/v1/bind/code',
    { config, schema: { tags: ['登录'], body: withCode, response: { 200: sessionSchema } } },
    async request => {
      const openid = openidOfRequest(request)
      const { name, code, consent } = request.body
      await count(openid)
      const owner = await ownerOfCode(service.db, service.keys, code, name)
      if (!owner) throw noCode()
      const { tenant: tenant_id, branch: branch_id, member } = owner
      const ask = { tenant_id, branch_id, openid, name, last4: '', consent, member }
      const session = await bindOrAsk(ask, { of: 'code' }, 'bind.replace', '用换机码')
      if (!session) throw isBound()
      return session
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
