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
  app.decorateRequest('claims', undefined)
  app.addHook('onRequest', async request => {
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token) return
    try {
      request.claims = app.jwt.verify<Claims | BindClaims>(token)
    } catch {
      // An expired token is no token; the route's scope answers 401.
    }
  })
})
