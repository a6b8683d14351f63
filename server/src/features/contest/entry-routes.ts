import crypto from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { CONTEST_CONSENT_VERSION } from '../../../../domain/contract/contest-consent'
import { TICKET_MINUTES_AHEAD } from '../../../../domain/contract/contest-limits'
import {
  ackSchema,
  answerSchema,
  askFinishSchema,
  askSchema,
  clockAnswerSchema,
  clockSchema,
  ownContestSchema,
  ownContestsSchema,
  resumeSchema,
  shownQuestionSchema,
  startSchema,
  ticketSchema,
  trySchema,
} from '../../../../domain/contract/contest-entry'
import { Problem, notFound } from '../../auth/problem'
import { organises } from '../../auth/scope'
import { claimedOf, selfOf, standingOf } from '../../plugins/scopes'
import { OWN_CONTEST, OWN_CONTESTS, ofOwnContest } from './addresses'
import { takeAnswer } from './answer'
import type { ContestPlugin } from './contest-plugin'
import { StartLine, letIn } from './gate'
import { type KnownContest, stateOf } from './known-contests'
import { isFor, ownContests } from './own-contests'
import { requireUnread } from './readers'
import { refusal } from './refusals'
import { askQuestion, finishTry, measureLine, requireTry, resumeTry, startTry } from './take-try'
import { echoTook, makeEcho, makeTicket, ticketWait } from './tickets'

const chance = () => crypto.randomInt(2 ** 32) / 2 ** 32

/** 竞赛 as an entrant takes it: one question at a time, by the service's clock, each answer kept when it is given. */
export const entryRoutes: ContestPlugin = async (app, { service, contests }) => {
  const config = { scope: 'self' as const }
  const tags = ['竞赛']
  const { db, keys, now } = service
  const line = new StartLine(chance)
  const at = (path: string) => `${OWN_CONTEST}${path}`
  const asking = { config, preHandler: async () => letIn(service, chance) }
  const answering = {
    config: { ...config, asksItself: true },
    preHandler: async () => letIn(service, chance, 'answer'),
  }
  /** A published contest; whether it is for the member is asked where a try is begun: a row of theirs says so ever after. */
  const knownOf = async (request: FastifyRequest): Promise<KnownContest> => {
    const { contest } = request.params as { contest: string }
    const known = await contests.find(request.scope!.tenant, contest)
    if (known) return known
    await standingOf(service, request)
    throw notFound()
  }
  /** @throws Problem 404 for whom it is not, 409 `organiser`, `not_open`, `over` */
  const enterable = async (request: FastifyRequest, ahead: number): Promise<KnownContest> => {
    const scope = selfOf(request)
    const known = await knownOf(request)
    if (!(await isFor(db, scope, known.settings.within))) throw notFound()
    if (organises(request.actor!, known.org)) throw refusal('organiser')
    await requireUnread(db, scope, known.id)
    if (now() < known.opens - ahead) throw refusal('not_open')
    if (['settling', 'over'].includes(stateOf(known, now()))) throw refusal('over')
    return known
  }
  /** About a try of a contest; where there is none, whoever the contest is not for learns nothing of it. */
  const ofTry = async <T>(request: FastifyRequest, work: (known: KnownContest) => Promise<T>): Promise<T> => {
    const known = await knownOf(request)
    try {
      return await work(known)
    } catch (error) {
      const none = error instanceof Problem && error.code === 'not_begun'
      if (none && !(await isFor(db, await standingOf(service, request), known.settings.within))) throw notFound()
      throw error
    }
  }
  const whose = (request: FastifyRequest) => {
    const { tenant, member } = selfOf(request)
    return `${tenant} ${(request.params as { contest: string }).contest} ${member}`
  }

  app.get(OWN_CONTESTS, { config, schema: { tags, response: { 200: ownContestsSchema } } }, async request => ({
    contests: await ownContests(db, selfOf(request), org => organises(request.actor!, org), now()),
  }))
  app.get(
    at(''),
    { config, schema: { tags, params: ofOwnContest, response: { 200: ownContestSchema } } },
    async request => {
      const organising = (org: string) => organises(request.actor!, org)
      const [found] = await ownContests(db, selfOf(request), organising, now(), request.params.contest)
      if (!found) throw notFound()
      return found
    },
  )
  app.post(
    at('/ticket'),
    { ...asking, schema: { tags, params: ofOwnContest, response: { 200: ticketSchema } } },
    async request => {
      const known = await enterable(request, TICKET_MINUTES_AHEAD * 60_000)
      await requireTry(db, selfOf(request), known, now())
      const turn = line.turnOf(whose(request), known.opens, now())
      const place = line.before(turn, known.opens, now())
      return { ticket: makeTicket(keys, whose(request), turn), place, waitMs: Math.max(0, Math.ceil(turn - now())) }
    },
  )
  app.post(
    at('/start'),
    { ...asking, schema: { tags, params: ofOwnContest, body: startSchema, response: { 200: trySchema } } },
    async request => {
      const known = await enterable(request, 0)
      const { ticket, ...start } = request.body
      if (start.consent !== CONTEST_CONSENT_VERSION) throw refusal('consent')
      const waitMs = ticketWait(keys, whose(request), ticket, now())
      if (waitMs !== 0) throw refusal('ticket', undefined, { waitMs: waitMs ?? 0 })
      return startTry(db, selfOf(request), known, start, now())
    },
  )
  app.post(
    at('/resume'),
    { ...asking, schema: { tags, params: ofOwnContest, body: resumeSchema, response: { 200: trySchema } } },
    async request => ofTry(request, known => resumeTry(db, selfOf(request), known, request.body.device, now())),
  )
  app.post(
    at('/clock'),
    { ...asking, schema: { tags, params: ofOwnContest, body: clockSchema, response: { 200: clockAnswerSchema } } },
    async request => {
      const arrived = now()
      const { echo, ...of } = request.body
      const took = echo === undefined ? undefined : echoTook(keys, whose(request), echo, arrived)
      const measured = await ofTry(request, known => measureLine(db, selfOf(request), known, of, took))
      return { ...measured, echo: makeEcho(keys, whose(request), now()) }
    },
  )
  app.post(
    at('/question'),
    { ...asking, schema: { tags, params: ofOwnContest, body: askSchema, response: { 200: shownQuestionSchema } } },
    async request => ofTry(request, known => askQuestion(db, selfOf(request), known, request.body, now())),
  )
  app.post(
    at('/answers'),
    {
      ...answering,
      compress: false,
      schema: { tags, params: ofOwnContest, body: answerSchema, response: { 200: ackSchema } },
    },
    async request => {
      const standing = () => standingOf(service, request)
      return ofTry(request, known => takeAnswer(db, claimedOf(request), known, request.body, now(), standing))
    },
  )
  app.post(
    at('/finish'),
    { ...asking, schema: { tags, params: ofOwnContest, body: askFinishSchema, response: { 200: trySchema } } },
    async request => ofTry(request, known => finishTry(db, selfOf(request), known, request.body, now())),
  )
}
