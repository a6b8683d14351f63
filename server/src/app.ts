import compress from '@fastify/compress'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { authentication } from './plugins/authentication'
import { documentation } from './plugins/documentation'
import { errors } from './plugins/errors'
import { logOptions, requestLog } from './plugins/logging'
import { metrics } from './plugins/metrics'
import { trustedProxies } from './plugins/proxies'
import { scopes } from './plugins/scopes'
import { security } from './plugins/security'
import { shutdown } from './plugins/shutdown'
import { assignmentRoutes } from './routes/assignments'
import { auditRoutes } from './routes/audit'
import { authRoutes } from './routes/auth'
import { bindingRoutes } from './routes/binding'
import { branchRoutes } from './routes/branch'
import { demoRoutes } from './routes/demo'
import { eventRoutes } from './routes/events'
import { exportRoutes } from './routes/exports'
import { healthRoutes } from './routes/health'
import { inviteRoutes } from './routes/invites'
import { meRoutes } from './routes/me'
import { meetingRoutes } from './routes/meetings'
import { offlineRoutes } from './routes/offline'
import { orgRoutes } from './routes/orgs'
import { requestRoutes } from './routes/requests'
import { unbindingRoutes } from './routes/unbinding'
import { rosterRoutes } from './routes/roster'
import { sampleRoutes } from './routes/sample'
import { checkInRoutes } from './routes/check-in'
import type { Service } from './service'

/** 200 events of the longest answers stay well below this. */
const BODY_LIMIT = 1_000_000

/** Builds the service without listening: tests inject, main.ts listens, `npm start` hands it requests. */
export async function buildApp(service: Service, log: { stream?: NodeJS.WritableStream } = {}) {
  const app = Fastify({
    logger: logOptions(service.config.logLevel, log.stream),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies(service.config.trustProxy) ?? false,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(errors)
  await app.register(shutdown)
  await app.register(requestLog)
  await app.register(metrics, { service })
  await app.register(authentication, { service })
  await app.register(security)
  await app.register(compress, { threshold: 1024 })
  // Its routes show the document only: they come before scopes are asked for.
  await app.register(documentation, { service })
  await app.register(scopes, { service })

  for (const routes of [
    healthRoutes,
    authRoutes,
    bindingRoutes,
    meRoutes,
    eventRoutes,
    branchRoutes,
    offlineRoutes,
    assignmentRoutes,
    meetingRoutes,
    checkInRoutes,
    rosterRoutes,
    auditRoutes,
    inviteRoutes,
    requestRoutes,
    unbindingRoutes,
    exportRoutes,
    orgRoutes,
    sampleRoutes,
    ...(service.config.demo ? [demoRoutes] : []),
  ]) {
    await app.register(routes, { service })
  }
  await app.ready()
  return app
}
export type App = Awaited<ReturnType<typeof buildApp>>
