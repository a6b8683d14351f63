import { z } from 'zod'
import { paperSize } from '../../../../domain/contest/paper'
import {
  changedContestSchema,
  closeSchema,
  contestDetailSchema,
  contestListSchema,
  incompleteSchema,
  orgsBelowSchema,
  publishSchema,
  sentContestSchema,
  voidSchema,
} from '../../../../domain/contract/contests'
import { orgSchema } from '../../../../domain/contract/shapes'
import type { OrganiserScope } from '../../auth/scope'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { type Database, together } from '../../database/pool'
import { organiserOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { CONTEST, CONTESTS, ofContest, ofOrg } from './addresses'
import { detailOf, stateOfHeld } from './contest-detail'
import type { ContestPlugin } from './contest-plugin'
import { orgsBelow } from './orgs-below'
import {
  changeContest,
  closeContest,
  createContest,
  deleteContest,
  listContests,
  publishContest,
  voidQuestion,
} from './organise'
import { requireNoShare } from './readers'

/** 竞赛 as its organiser makes it, and nobody above: only they read a pool before the close. Every act is written down. */
export const organiserRoutes: ContestPlugin = async (app, { service, contests }) => {
  const config = { scope: 'organise' as const }
  const tags = ['竞赛']
  const { db, feed, now } = service
  const wrote = (tx: Database, { tenant, actor, org }: OrganiserScope, reason: string) =>
    audit(tx, { tenant, actor, action: 'contest', org, reason }, now())

  app.get(
    CONTESTS,
    { config, schema: { tags, params: ofOrg, response: { 200: contestListSchema } } },
    async request => ({
      contests: (await listContests(db, organiserOf(request))).map(it => ({
        ...{ id: it.id, title: it.title, state: stateOfHeld(it, now()), questions: paperSize(it.settings.paper) },
        ...{ opens: it.opens.toISOString(), closes: it.closes.toISOString() },
      })),
    }),
  )
  app.post(
    CONTESTS,
    {
      config,
      schema: { tags, params: ofOrg, body: sentContestSchema, response: { 201: z.object({ id: z.string() }) } },
    },
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
    `${CONTESTS}/orgs`,
    {
      config,
      schema: {
        tags,
        params: ofOrg,
        querystring: z.strictObject({ under: orgSchema.optional().describe('不写就是自己的组织') }),
        response: { 200: orgsBelowSchema },
      },
    },
    async request => {
      const scope = organiserOf(request)
      return orgsBelow(db, scope, request.query.under ?? scope.org)
    },
  )
  app.get(
    CONTEST,
    { config, schema: { tags, params: ofContest, response: { 200: contestDetailSchema } } },
    async request => detailOf(db, organiserOf(request), request.params.contest, now()),
  )
  app.put(
    CONTEST,
    {
      config,
      schema: {
        tags,
        params: ofContest,
        body: changedContestSchema,
        response: { 200: z.object({ revision: z.number() }) },
      },
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
    CONTEST,
    { config, schema: { tags, params: ofContest, response: { 204: z.null() } } },
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
    `${CONTEST}/publish`,
    {
      config,
      schema: {
        tags,
        params: ofContest,
        body: publishSchema,
        response: { 200: contestDetailSchema, 409: incompleteSchema },
      },
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
    `${CONTEST}/close`,
    { config, schema: { tags, params: ofContest, body: closeSchema, response: { 200: contestDetailSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      await together(db, async tx => {
        const own = await requireNoShare(tx, scope, contest)
        const title = await closeContest(tx, scope, contest, now())
        if (title !== undefined) await wrote(tx, scope, `提前结束：${title}，${request.body.reason}${own}`)
      })
      contests.forget(scope.tenant, contest)
      return detailOf(db, scope, contest, now())
    },
  )
  app.post(
    `${CONTEST}/voids`,
    { config, schema: { tags, params: ofContest, body: voidSchema, response: { 200: contestDetailSchema } } },
    async request => {
      const scope = organiserOf(request)
      const { contest } = request.params
      await together(db, async tx => {
        const own = await requireNoShare(tx, scope, contest)
        const title = await voidQuestion(tx, scope, contest, request.body, now())
        const { number, reason } = request.body
        if (title !== undefined) await wrote(tx, scope, `作废第 ${number} 题：${title}，${reason}${own}`)
      })
      return detailOf(db, scope, contest, now())
    },
  )
}
