import { z } from 'zod'
import {
  appealAnswerSchema,
  appealSchema,
  appealsSchema,
  certificateKeySchema,
  certificateSchema,
  contestFlagsSchema,
  contestResultsSchema,
  ownResultSchema,
  reviewSchema,
} from '../../../../domain/contract/contest-results'
import { contestResultColumns } from '../../../../domain/contest/result-columns'
import { exportName } from '../../../../domain/text/table'
import { shanghaiDay } from '../../../../domain/time/day'
import { notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { organiserOf, selfOf } from '../../plugins/scopes'
import { formatSchema, idSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import { CONTEST, OWN_CONTEST, ofContest, ofOwnContest } from './addresses'
import { answerAppeal, listAppeals, takeAppeal } from './appeals'
import { certificateKey, ownCertificate } from './certificates'
import type { ContestPlugin } from './contest-plugin'
import type { KnownContest } from './known-contests'
import { isSettled, readContest, readPool, voidQuestion } from './organise'
import { isTheirs } from './own-contests'
import { requireNoShare } from './readers'
import { refusal } from './refusals'
import { SharedResults, contestFlags, contestResults, ownResult, reviewOwn, tellFlags } from './results'
import { settleContest } from './settle'
import type { OrganiserScope, SelfScope } from '../../auth/scope'

/** Rows of a file: more than a district has members. */
const ALL = 100_000

/** What comes out of a contest: not a word of it before the close. */
export const resultRoutes: ContestPlugin = async (app, { service, contests }) => {
  const tags = ['竞赛']
  const self = { scope: 'self' as const }
  const organise = { scope: 'organise' as const }
  const { db, keys, now } = service
  const shared = new SharedResults(db, now)

  /** The contest, ended and graded. @throws Problem 404, 409 `not_over` */
  const settled = async (scope: SelfScope, id: string): Promise<KnownContest> => {
    const known = await contests.find(scope.tenant, id)
    if (!known || !(await isTheirs(db, scope, known))) throw notFound()
    if (!isSettled(known.closes, now())) throw refusal('not_over')
    await settleContest(db, scope.tenant, id, now())
    return known
  }
  const settledOwn = async (scope: OrganiserScope, id: string) => {
    const it = await readContest(db, scope, id)
    if (!it.published || !isSettled(it.closes, now())) throw refusal('not_over')
    await settleContest(db, scope.tenant, id, now())
    return it
  }

  app.get(
    `${OWN_CONTEST}/result`,
    { config: self, schema: { tags, params: ofOwnContest, response: { 200: ownResultSchema } } },
    async request => {
      const scope = selfOf(request)
      return ownResult(db, scope, await settled(scope, request.params.contest), shared)
    },
  )
  app.get(
    `${OWN_CONTEST}/review`,
    { config: self, schema: { tags, params: ofOwnContest, response: { 200: reviewSchema } } },
    async request => {
      const scope = selfOf(request)
      const found = await reviewOwn(db, scope, await settled(scope, request.params.contest))
      if (!found) throw notFound()
      return found
    },
  )
  app.get(`${OWN_CONTEST}/pool`, { config: self, schema: { tags, params: ofOwnContest } }, async (request, reply) => {
    const known = await settled(selfOf(request), request.params.contest)
    if (!known.settings.reveal) throw notFound()
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(known.sealed))
  })
  app.post(
    `${OWN_CONTEST}/appeals`,
    {
      config: self,
      schema: { tags, params: ofOwnContest, body: appealSchema, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const scope = selfOf(request)
      const known = await settled(scope, request.params.contest)
      const id = await together(db, tx => takeAppeal(tx, scope, known, request.body, now()))
      return reply.status(201).send({ id })
    },
  )
  app.get(
    `${OWN_CONTEST}/certificate`,
    { config: self, schema: { tags, params: ofOwnContest, response: { 200: certificateSchema } } },
    async request => {
      const scope = selfOf(request)
      const known = await settled(scope, request.params.contest)
      const code = known.settings.certificate ? await ownCertificate(db, scope, known, keys) : undefined
      if (!code) throw notFound()
      return { code }
    },
  )
  app.get(
    '/v1/certificate-key',
    { config: { scope: 'public' }, schema: { tags, response: { 200: certificateKeySchema } } },
    async () => certificateKey(keys),
  )

  const wrote = ({ tenant, actor, org }: OrganiserScope, reason: string, action: 'contest' | 'contest.look') =>
    audit(db, { tenant, actor, action, org, reason }, now())
  app.get(
    `${CONTEST}/results`,
    {
      config: organise,
      schema: {
        tags,
        params: ofContest,
        querystring: z.strictObject({ from: z.coerce.number().int().min(0).max(ALL).default(0) }),
        response: { 200: contestResultsSchema },
      },
    },
    async request => {
      const scope = organiserOf(request)
      const { id, title } = await settledOwn(scope, request.params.contest)
      const { from } = request.query
      await wrote(scope, `看成绩：${title}${from > 0 ? `，第 ${from + 1} 行起` : ''}`, 'contest.look')
      return contestResults(db, scope, id, from, await contestFlags(db, scope, id))
    },
  )
  app.get(
    `${CONTEST}/results.:format`,
    { config: organise, schema: { tags, params: ofContest.extend({ format: formatSchema }) } },
    async (request, reply) => {
      const scope = organiserOf(request)
      const { id, title } = await settledOwn(scope, request.params.contest)
      await wrote(scope, `导出成绩：${title}`, 'contest.look')
      const { rows } = await contestResults(db, scope, id, 0, await contestFlags(db, scope, id), ALL)
      const today = shanghaiDay(now())
      const owner = await ownerName(db, scope.tenant, scope.org)
      const file = exportName(owner, '竞赛成绩', today, today, request.params.format)
      return sendTable(reply, file, '竞赛成绩', contestResultColumns, rows)
    },
  )
  app.get(
    `${CONTEST}/flags`,
    { config: organise, schema: { tags, params: ofContest, response: { 200: contestFlagsSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { id, title } = await settledOwn(scope, request.params.contest)
      await wrote(scope, `看可疑的地方：${title}`, 'contest.look')
      return tellFlags(db, scope, id, await contestFlags(db, scope, id))
    },
  )
  app.get(
    `${CONTEST}/appeals`,
    { config: organise, schema: { tags, params: ofContest, response: { 200: appealsSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { id, title } = await settledOwn(scope, request.params.contest)
      await wrote(scope, `看申诉：${title}`, 'contest.look')
      const pool = (await readPool(db, scope, id)) ?? []
      return { appeals: await listAppeals(db, scope, id, number => pool[number - 1]?.stem ?? '') }
    },
  )
  app.post(
    `${CONTEST}/appeals/:appeal`,
    {
      config: organise,
      schema: {
        tags,
        params: ofContest.extend({ appeal: idSchema }),
        body: appealAnswerSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const scope = organiserOf(request)
      const { tenant, actor, org } = scope
      const { contest, appeal } = request.params
      const { words, void: voided } = request.body
      await together(db, async tx => {
        const { title } = await readContest(tx, scope, contest)
        const own = await requireNoShare(tx, scope, contest)
        const number = await answerAppeal(tx, scope, contest, appeal, words, now())
        if (voided) await voidQuestion(tx, scope, contest, { number, reason: words }, now())
        const reason = `答复申诉：${title}，第 ${number} 题${voided ? '，作废' : ''}${own}`
        await audit(tx, { tenant, actor, action: 'contest', org, reason }, now())
      })
      return reply.status(204).send(null)
    },
  )
}
