import compress from '@fastify/compress'
import Fastify, { type FastifyReply, LogController } from 'fastify'
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
import { sockets } from './plugins/sockets'
import { activityRoutes } from './features/activities/routes'
import { assignmentRoutes } from './features/assignments/routes'
import { auditRoutes } from './features/audit/routes'
import { authRoutes } from './features/login/routes'
import { contestRoutes } from './features/contest/routes'
import { bindingRoutes } from './features/binding/routes'
import { branchRoutes } from './features/reports/branch-routes'
import { demoRoutes } from './features/demo-login/routes'
import { dayRoutes } from './features/days/routes'
import { exportRoutes } from './features/reports/export-routes'
import { healthRoutes } from './features/health/routes'
import { inviteRoutes } from './features/invites/routes'
import { meRoutes } from './features/me/routes'
import { monthRoutes } from './features/months/routes'
import { meetingRoutes } from './features/meetings/routes'
import { offlineRoutes } from './features/offline/routes'
import { orgRoutes } from './features/reports/org-routes'
import { parcelRoutes } from './features/parcels/routes'
import { requestRoutes } from './features/binding/request-routes'
import { unbindingRoutes } from './features/binding/unbinding-routes'
import { roomRoutes } from './features/rooms/routes'
import { postRoutes } from './features/roster/post-routes'
import { rosterRoutes } from './features/roster/routes'
import { sentRoutes } from './features/oversight/sent-routes'
import { visitRoutes } from './features/oversight/visit-routes'
import { inviteSheetRoutes } from './features/invites/sheet-routes'
import { needsRoutes } from './features/oversight/needs-routes'
import { sampleRoutes } from './features/samples/routes'
import { checkInRoutes } from './features/meetings/check-in-routes'
import { recordRoutes } from './features/meetings/record-routes'
import { studyHoursRoutes } from './features/study-hours/routes'
import { MESSAGE_BYTES } from '../../domain/contract/room-limits'
import type { Service } from './service'

/** Fifteen days of the fullest stay well below this. */
const BODY_LIMIT = 100_000

/** A request has arrived whole within this, milliseconds: a phone on a poor line sends its few kB in less. */
export const REQUEST_MS = 30_000

/** Builds the service without listening: tests inject, main.ts listens, `npm start` hands it requests. */
export async function buildApp(
  service: Service,
  { stream, requestMs = REQUEST_MS }: { stream?: NodeJS.WritableStream; requestMs?: number } = {},
) {
  const app = Fastify({
    logger: logOptions(service.config.logLevel, stream),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies(service.config.trustProxy) ?? false,
    return503OnClosing: true,
    // The framework's own words repeat the address; nothing else has run yet.
    frameworkErrors: (_error, _request, reply) => refuseAddress(reply as unknown as FastifyReply),
    // Whoever sends half a request holds a connection: it is cut. Node looks every so often only.
    requestTimeout: requestMs,
    http: { headersTimeout: requestMs, connectionsCheckingInterval: requestMs / 6 },
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
  await app.register(sockets, { bytes: MESSAGE_BYTES })

  for (const routes of [
    healthRoutes,
    authRoutes,
    bindingRoutes,
    meRoutes,
    dayRoutes,
    parcelRoutes,
    branchRoutes,
    offlineRoutes,
    assignmentRoutes,
    activityRoutes,
    contestRoutes,
    meetingRoutes,
    checkInRoutes,
    recordRoutes,
    studyHoursRoutes,
    monthRoutes,
    rosterRoutes,
    postRoutes,
    auditRoutes,
    inviteRoutes,
    requestRoutes,
    unbindingRoutes,
    exportRoutes,
    orgRoutes,
    sampleRoutes,
    needsRoutes,
    sentRoutes,
    visitRoutes,
    inviteSheetRoutes,
    ...(service.config.demo ? [demoRoutes] : []),
  ]) {
    await app.register(routes, { service })
  }
  await app.register(roomRoutes, { rooms: service.rooms })
  await app.ready()
  return app
}
function refuseAddress(reply: FastifyReply): void {
  void reply.status(400).header('cache-control', 'no-store').send({ error: 'invalid', message: '请求的格式不对' })
}
export type App = Awaited<ReturnType<typeof buildApp>>
