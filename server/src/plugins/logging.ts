import type { FastifyServerOptions } from 'fastify'
import fp from 'fastify-plugin'

/**
 * Structured logs that hold nothing personal: the route's pattern instead of the address, no headers, no bodies, no
 * network address.
 */
export function logOptions(level: string, stream?: NodeJS.WritableStream): FastifyServerOptions['logger'] {
  return {
    level,
    ...(stream ? { stream } : {}),
    base: null,
    serializers: { req: () => ({}), res: () => ({}), err: () => ({ type: '', message: '', stack: '' }) },
  }
}

export const requestLog = fp(async app => {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
    done()
  })
})
