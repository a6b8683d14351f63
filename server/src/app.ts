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
import { assignmentRoutes } from './features/assignments/routes'
import { auditRoutes } from './features/audit/routes'
import { authRoutes } from './features/login/routes'
import { bindingRoutes } from './features/binding/routes'
import { branchRoutes } from './features/reports/branch-routes'
import { demoRoutes } from './features/demo-login/routes'
import { dayRoutes } from './features/days/routes'
import { exportRoutes } from './features/reports/export-routes'
import { healthRoutes } from './features/health/routes'
import { inviteRoutes } from './features/invites/routes'
import { meRoutes } from './features/me/routes'
import { meetingRoutes } from './features/meetings/routes'
import { offlineRoutes } from './features/offline/routes'
import { orgRoutes } from './features/reports/org-routes'
import { requestRoutes } from './features/binding/request-routes'
import { unbindingRoutes } from './features/binding/unbinding-routes'
import { rosterRoutes } from './features/roster/routes'
import { sampleRoutes } from './features/samples/routes'
import { checkInRoutes } from './features/meetings/check-in-routes'
import type { Service } from './service'

/** Fifteen days of the fullest stay well below this. */
const BODY_LIMIT = 100_000

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
    dayRoutes,
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
