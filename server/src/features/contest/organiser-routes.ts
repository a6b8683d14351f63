import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { drawPaper, lettersOf, paperSize, showQuestion } from '../../../../domain/contest/paper'
import { stateAt } from '../../../../domain/contest/standing'
import { POOL_BYTES, SETTLE_SECONDS } from '../../../../domain/contract/contest-limits'
import { type PoolQuestion } from '../../../../domain/contract/contest-pool'
import {
  poolAnswerSchema,
  poolQuerySchema,
  poolRefusalSchema,
  poolSchema,
} from '../../../../domain/contract/contest-pool'
import {
  type ContestDetail,
  changedContestSchema,
  closeSchema,
  contestDetailSchema,
  contestListSchema,
  contestPreviewSchema,
  incompleteSchema,
  orgsBelowSchema,
  publishSchema,
  sentContestSchema,
  voidSchema,
} from '../../../../domain/contract/contests'
import { notFound } from '../../auth/problem'
import type { OrganiserScope } from '../../auth/scope'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { type Database, together } from '../../database/pool'
import { XLSX, asFile } from '../../exports/send'
import { organiserOf } from '../../plugins/scopes'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import type { ContestPlugin } from './contest-plugin'
import { orgsBelow } from './orgs-below'
import { poolTemplate } from './pool-template'
import {
  type HeldContest,
  changeContest,
  closeContest,
  countsOf,
  createContest,
  deleteContest,
  listContests,
  missingOf,
  publishContest,
  readContest,
  readPool,
  readVoids,
  voidQuestion,
  writePool,
} from './organise'
import { refusal } from './refusals'
import { tellVoid } from './results'
import { requireNoShare, requireNoTry, wroteReader } from './readers'
import { readSentPool } from './sent-pool'

const params = z.object({ org: orgSchema })
const one = params.extend({ contest: idSchema })
const BASE = '/v1/orgs/:org/contests'
/** Unpacking and reading a sheet is work: a person tries a few times. */
const TRYING = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** 竞赛 as its organiser makes it, and nobody above: only they read a pool before the close. Every act is written down. */
export const organiserRoutes: ContestPlugin = async (app, { service, contests }) => {
  const config = { scope: 'organise' as const }
  const tags = ['竞赛']
  const { db, feed, now } = service
  app.addContentTypeParser(
    [XLSX, 'application/octet-stream'],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  )
  const wrote = (tx: Database, { tenant, actor, org }: OrganiserScope, reason: string) =>
    audit(tx, { tenant, actor, action: 'contest', org, reason }, now())

  app.get(BASE, { config, schema: { tags, params, response: { 200: contestListSchema } } }, async request => ({
    contests: (await listContests(db, organiserOf(request))).map(it => ({
      ...{ id: it.id, title: it.title, state: stateOfHeld(it, now()), questions: paperSize(it.settings.paper) },
      ...{ opens: it.opens.toISOString(), closes: it.closes.toISOString() },
    })),
  }))
  app.post(
    BASE,
    { config, schema: { tags, params, body: sentContestSchema, response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const scope = organiserOf(request)
      const { form: _form, ...it } = request.body
      const key = { tenant: scope.tenant, branch: scope.org }
      const answer = await withIdempotencyKey(db, key, 'contest', request.body, now(), async tx => {
        const id = await createContest(tx, scope, it, feed, now())
        await wrote(tx, scope, `写草稿：${it.title}`)
        return { id }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    `${BASE}/orgs`,
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ under: orgSchema.optional().describe('不写就是自己的组织') }),
        response: { 200: orgsBelowSchema },
      },
    },
    async request => {
      const scope = organiserOf(request)
      return orgsBelow(db, scope, request.query.under ?? scope.org)
    },
  )
  app.get(`${BASE}/pool.xlsx`, { config, schema: { tags, params, produces: [XLSX] } }, async (_request, reply) => {
    asFile(reply, '竞赛题库_空表.xlsx')
    return reply.type(XLSX).send(await poolTemplate())
  })
  app.get(
    `${BASE}/:contest`,
    { config, schema: { tags, params: one, response: { 200: contestDetailSchema } } },
    async request => detailOf(db, organiserOf(request), request.params.contest, now()),
  )
  app.put(
    `${BASE}/:contest`,
    {
      config,
      schema: { tags, params: one, body: changedContestSchema, response: { 200: z.object({ revision: z.number() }) } },
    },
    async request => {
      const scope = organiserOf(request)
      const { revision, ...it } = request.body
      return together(db, async tx => {
        const next = await changeContest(tx, scope, request.params.contest, it, revision, feed)
        await wrote(tx, scope, `改草稿：${it.title}`)
        return { revision: next }
      })
    },
  )
  app.delete(
    `${BASE}/:contest`,
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = organiserOf(request)
      await together(db, async tx => {
        const title = await deleteContest(tx, scope, request.params.contest)
        await wrote(tx, scope, `删草稿：${title}`)
      })
      return reply.status(204).send(null)
    },
  )
  app.post(
    `${BASE}/:contest/pool`,
    {
      config: { ...config, ...TRYING },
      bodyLimit: POOL_BYTES,
      schema: {
        tags,
        description: '正文是 .xlsx 文件。check 只检查；apply 在没有一处要改时换下原来的题库，否则答 409，什么都不动',
        consumes: [XLSX, 'application/octet-stream'],
        params: one,
        querystring: poolQuerySchema,
        response: { 200: poolAnswerSchema, 409: poolRefusalSchema },
      },
    },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      const held = await readContest(db, scope, contest)
      if (held.published) throw refusal('state')
      const { questions, problems } = await readSentPool(request.body)
      const told = { applied: false, total: questions.length, problems }
      if (request.query.mode === 'check') return told
      if (problems.length > 0) throw refusal('pool', undefined, told)
      await together(db, async tx => {
        const { title } = await writePool(tx, scope, contest, questions)
        await wroteReader(tx, scope, contest, 'contest', `导入题库 ${questions.length} 题：${title}`, now())
      })
      return { ...told, applied: true }
    },
  )
  app.get(
    `${BASE}/:contest/pool`,
    { config, schema: { tags, params: one, response: { 200: poolSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      const { title, questions } = await poolOf(db, scope, contest)
      await requireNoTry(db, scope, contest, now())
      await wroteReader(db, scope, contest, 'contest.look', `看题库：${title}`, now())
      return { questions }
    },
  )
  app.get(
    `${BASE}/:contest/preview`,
    {
      config,
      schema: {
        tags,
        params: one,
        querystring: z.strictObject({ draw: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
        response: { 200: contestPreviewSchema, 409: incompleteSchema },
      },
    },
    async request => {
      const scope = organiserOf(request)
      const held = await readContest(db, scope, request.params.contest)
      const pool = await readPool(db, scope, held.id)
      const missing = missingOf({ ...held, closes: new Date(8.64e15) }, pool, now())
      if (!pool || missing.length > 0) throw refusal('incomplete', '还抽不出卷子', { missing })
      await requireNoTry(db, scope, held.id, now())
      await wroteReader(db, scope, held.id, 'contest.look', `预览卷子：${held.title}`, now())
      const paper = drawPaper(pool, held.settings.paper, `preview ${held.id} ${request.query.draw}`)
      return {
        questions: paper.map(place => {
          const question = pool[place.number - 1]!
          return {
            number: place.number,
            ...showQuestion(question, place),
            key: lettersOf(question, place, question.key),
          }
        }),
      }
    },
  )
  app.post(
    `${BASE}/:contest/publish`,
    {
      config,
      schema: { tags, params: one, body: publishSchema, response: { 200: contestDetailSchema, 409: incompleteSchema } },
    },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      await together(db, async tx => {
        const { title, sha256 } = await publishContest(tx, scope, contest, request.body.revision, now())
        await wrote(tx, scope, `发布：${title}，题库 SHA-256 ${sha256}`)
      })
      contests.forget(scope.tenant, contest)
      return detailOf(db, scope, contest, now())
    },
  )
  app.post(
    `${BASE}/:contest/close`,
    { config, schema: { tags, params: one, body: closeSchema, response: { 200: contestDetailSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      await together(db, async tx => {
        await requireNoShare(tx, scope, contest)
        const title = await closeContest(tx, scope, contest, now())
        await wrote(tx, scope, `提前结束：${title}，${request.body.reason}`)
      })
      contests.forget(scope.tenant, contest)
      return detailOf(db, scope, contest, now())
    },
  )
  app.post(
    `${BASE}/:contest/voids`,
    { config, schema: { tags, params: one, body: voidSchema, response: { 200: contestDetailSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      await together(db, async tx => {
        await requireNoShare(tx, scope, contest)
        const title = await voidQuestion(tx, scope, contest, request.body, now())
        const { number, reason } = request.body
        if (title !== undefined) await wrote(tx, scope, `作废第 ${number} 题：${title}，${reason}`)
      })
      return detailOf(db, scope, contest, now())
    },
  )
}

/** @throws Problem 404 when there is no such contest or no pool yet */
async function poolOf(
  db: Database,
  scope: OrganiserScope,
  id: string,
): Promise<{ title: string; questions: PoolQuestion[] }> {
  const { title } = await readContest(db, scope, id)
  const questions = await readPool(db, scope, id)
  if (!questions) throw notFound()
  return { title, questions }
}

const stateOfHeld = (it: HeldContest, now: number) =>
  stateAt(
    { published: it.published !== null, opens: it.opens.getTime(), closes: it.closes.getTime() },
    now,
    SETTLE_SECONDS * 1000,
  )

async function detailOf(db: Database, scope: OrganiserScope, id: string, now: number): Promise<ContestDetail> {
  const held = await readContest(db, scope, id)
  const pool = await readPool(db, scope, id)
  const counts = await countsOf(db, scope, id)
  return {
    id,
    state: stateOfHeld(held, now),
    revision: held.revision,
    settings: { ...held.settings, opens: held.opens.toISOString(), closes: held.closes.toISOString() },
    ...(pool ? { pool: summary(pool, held.sha256) } : {}),
    missing: held.published ? [] : missingOf(held, pool, now),
    voids: (await readVoids(db, scope, id)).map(tellVoid),
    ...counts,
  }
}

function summary(pool: readonly PoolQuestion[], sha256: string | null): ContestDetail['pool'] {
  const counts = new Map<string, NonNullable<ContestDetail['pool']>['counts'][number]>()
  for (const { type, difficulty, topic } of pool) {
    const key = `${type} ${difficulty} ${topic}`
    const before = counts.get(key) ?? { type, difficulty, topic, count: 0 }
    counts.set(key, { ...before, count: before.count + 1 })
  }
  return { total: pool.length, counts: [...counts.values()], ...(sha256 ? { sha256 } : {}) }
}
