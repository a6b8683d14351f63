import jwt from '@fastify/jwt'
import fp from 'fastify-plugin'
import type { Claims } from '../auth/actors'
import type { Service } from '../service'

/** A login that is not bound to a member yet may only bind. */
export interface BindClaims {
  /** HMAC of the openid. */
  bind: string
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: Claims | BindClaims
    user: Claims | BindClaims
  }
}
declare module 'fastify' {
  interface FastifyRequest {
    /** What a valid bearer token says; absent without one. */
    claims?: Claims | BindClaims
  }
}

export const ACCESS_SECONDS = 30 * 60
export const BIND_SECONDS = 10 * 60

/** Reads the bearer token before anything else, so that rate limits can go by member. Whether one is needed, scopes say. */
export const authentication = fp<{ service: Service }>(async (app, { service }) => {
  await app.register(jwt, {
    secret: service.keys.jwt,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] },
  })
  // A token of the key before: nobody is asked to do anything when keys change.
  const { jwtBefore } = service.keys
  if (jwtBefore) await app.register(jwt, { secret: jwtBefore, namespace: 'before', verify: { algorithms: ['HS256'] } })
  const verify = (token: string): Claims | BindClaims => {
    try {
      return app.jwt.verify(token)
    } catch (error) {
      const before = (app.jwt as { before?: { verify(token: string): Claims | BindClaims } }).before
      if (!before) throw error
      return before.verify(token)
    }
  }
  app.decorateRequest('claims', undefined)
  app.addHook('onRequest', (request, _reply, done) => {
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1]
    try {
      if (token) request.claims = verify(token)
    } catch {
      // An expired token is no token; the route's scope answers 401.
    }
    done()
  })
})
