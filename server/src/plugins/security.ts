import helmet from '@fastify/helmet'
import limit from '@fastify/rate-limit'
import fp from 'fastify-plugin'

/** A member's phone needs a handful a minute; a secretary's table of exports a few dozen. */
const PER_MINUTE = 300
/** Routes that guess at secrets: by network address, which a whole office may share. */
export const GUESSING = { rateLimit: { max: 60, timeWindow: '1 minute' } }

export const security = fp(async app => {
  // Almost every answer is about a person: nothing on the way may keep a copy.
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null },
    },
    hsts: { maxAge: 15_552_000 },
  })
  await app.register(limit, {
    max: PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: request => {
      const claims = request.claims
      return claims && 'sub' in claims ? `${claims.t} ${claims.sub}` : request.ip
    },
  })
})
