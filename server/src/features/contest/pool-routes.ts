import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { drawPaper, lettersOf, showQuestion } from '../../../../domain/contest/paper'
import { POOL_BYTES } from '../../../../domain/contract/contest-limits'
import {
  type PoolQuestion,
  poolAnswerSchema,
  poolQuerySchema,
  poolRefusalSchema,
  poolSchema,
} from '../../../../domain/contract/contest-pool'
import { contestPreviewSchema, incompleteSchema } from '../../../../domain/contract/contests'
import { notFound } from '../../auth/problem'
import type { OrganiserScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { XLSX, asFile } from '../../exports/send'
import { organiserOf } from '../../plugins/scopes'
import { CONTEST, CONTESTS, ofContest, ofOrg } from './addresses'
import type { ContestPlugin } from './contest-plugin'
import { missingOf, readContest, readPool, writePool } from './organise'
import { poolTemplate } from './pool-template'
import { requireNoTry, wroteReader } from './readers'
import { refusal } from './refusals'
import { readSentPool } from './sent-pool'

/** Unpacking and reading a sheet is work: a person tries a few times. */
const TRYING = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** The pool of a contest: its empty sheet, brought in, read and tried out by the organiser, nobody else before the close. */
export const poolRoutes: ContestPlugin = async (app, { service }) => {
  const config = { scope: 'organise' as const }
  const tags = ['竞赛']
  const { db, now } = service
  app.addContentTypeParser(
    [XLSX, 'application/octet-stream'],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  )

  app.get(
    `${CONTESTS}/pool.xlsx`,
    { config, schema: { tags, params: ofOrg, produces: [XLSX] } },
    async (_request, reply) => {
      asFile(reply, '竞赛题库_空表.xlsx')
      return reply.type(XLSX).send(await poolTemplate())
    },
  )
  app.post(
    `${CONTEST}/pool`,
    {
      config: { ...config, ...TRYING },
      bodyLimit: POOL_BYTES,
      schema: {
        tags,
        description: '正文是 .xlsx 文件。check 只检查；apply 在没有一处要改时换下原来的题库，否则答 409，什么都不动',
        consumes: [XLSX, 'application/octet-stream'],
        params: ofContest,
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
    `${CONTEST}/pool`,
    { config, schema: { tags, params: ofContest, response: { 200: poolSchema } } },
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
    `${CONTEST}/preview`,
    {
      config,
      schema: {
        tags,
        params: ofContest,
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
