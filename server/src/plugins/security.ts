import type { OutgoingHttpHeaders } from 'node:http'
import helmet from '@fastify/helmet'
import limit from '@fastify/rate-limit'
import Fastify, { type FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { notFound } from '../auth/problem'
import { subscriberOf } from '../auth/subscriber'
import { RateStore } from './rate-store'

/** A member's phone needs a handful a minute; a secretary's table of exports a few dozen. */
const PER_MINUTE = 300
/** An address may be a whole office's, or a mobile network's: who has no token yet is many people. */
const PER_MINUTE_OF_ADDRESS = 1_200
/**
 * Routes that guess at secrets: few a minute for each login. What is guessed is counted where it stands: tries a day of a
 * login and of a roster's row (features/binding/accounts), tries at a meeting's code (features/meetings/check-in).
 */
export const GUESSING = {
  rateLimit: {
    max: (request: FastifyRequest) => (request.claims ? 60 : PER_MINUTE_OF_ADDRESS),
    timeWindow: '1 minute',
  },
}
/** Whose requests are counted together: a member's, a login's that is not bound yet, else a subscriber's. */
function askerOf({ claims, ip }: FastifyRequest): string {
  if (!claims) return subscriberOf(ip)
  return 'sub' in claims ? `${claims.t} ${claims.sub}` : `login ${claims.bind}`
}

const OF_ANY_ANSWER = new Set(['connection', 'content-length', 'content-type', 'date'])

/**
 * What @fastify/helmet sends with an answer that is data. It would put the same policy together, and check it, for each of them.
 * What it says to pages only is left out: a phone pays for every byte, and of data nothing may be run or framed at all.
 */
async function protectingHeaders(): Promise<OutgoingHttpHeaders> {
  const app = Fastify()
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    xFrameOptions: { action: 'deny' },
    hsts: { maxAge: 15_552_000 },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  app.get('/', async () => '')
  const { headers } = await app.inject('/')
  await app.close()
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ANY_ANSWER.has(name)))
}

export const security = fp(async app => {
  const always = {
    ...(await protectingHeaders()),
    // Almost every answer is about a person: nothing on the way may keep a copy.
    'cache-control': 'no-store',
  }
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(always)
    done()
  })
  await app.register(limit, {
    max: request => (request.claims ? PER_MINUTE : PER_MINUTE_OF_ADDRESS),
    timeWindow: '1 minute',
    keyGenerator: askerOf,
    store: RateStore,
    // Whoever is refused is told when to come again; how much is left, nobody asks.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
  // Addresses that are not there are limited like those that are: looking for them is a stranger's work.
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) => {
    const it = notFound()
    void reply.status(404).send({ error: it.code, message: it.message })
  })
})
