import crypto from 'node:crypto'
import fp from 'fastify-plugin'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { notFound } from '../auth/problem'
import type { Service } from '../service'
import { addGauges } from './gauges'
import { isNear } from './near'

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts what became of a day that was sent: `taken`, `partly` (unknown ids left out), or why it was refused. */
    countDay(status: string): void
  }
}

/** `/metrics` for Prometheus: to the machine itself, or to whoever has METRICS_TOKEN. */
export const metrics = fp<{ service: Service }>(async (app, { service }) => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  })
  const days = new Counter({
    name: 'days_total',
    help: 'Days received, by what became of them',
    labelNames: ['status'],
    registers: [register],
  })
  const refusals = new Counter({
    name: 'refusals_total',
    help: 'Answers that refused, by the service’s own word for why',
    labelNames: ['error', 'status'],
    registers: [register],
  })
  const look = addGauges(register, service)
  app.decorate('countDay', (status: string) => days.inc({ status }))
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1000)
    if (reply.statusCode >= 400) refusals.inc({ error: reply.refusal || 'other', status: reply.statusCode })
    done()
  })
  app.get('/metrics', { config: { scope: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const token = service.config.metricsToken
    const sent = request.headers.authorization ?? ''
    // Behind a proxy every request comes from the machine itself: then only the token counts.
    const near = !service.config.trustProxy && isNear(request)
    if (token ? !same(sent, `Bearer ${token}`) : !near) throw notFound()
    await look()
    return reply.type(register.contentType).send(await register.metrics())
  })
})

function same(a: string, b: string): boolean {
  const digest = (text: string) => crypto.createHash('sha256').update(text).digest()
  return crypto.timingSafeEqual(digest(a), digest(b))
}
