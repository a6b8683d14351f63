import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { MESSAGE_BYTES } from '../../domain/contract/room-limits'
import { REQUEST_MS } from './app'
import type { Rooms } from './features/rooms/rooms'
import { roomRoutes } from './features/rooms/routes'
import { errors } from './plugins/errors'
import { logOptions } from './plugins/logging'
import { security } from './plugins/security'
import { sockets } from './plugins/sockets'

/**
 * What a local network may reach: rooms, and nothing else. No database, no tokens, no demo identities: there is no code for
 * them in it, so nothing has to be kept out.
 */
export async function buildRoomApp(rooms: Rooms, logLevel: string) {
  const app = Fastify({
    logger: logOptions(logLevel),
    bodyLimit: 10_000,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: REQUEST_MS, connectionsCheckingInterval: REQUEST_MS / 6 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('claims', undefined)
  await app.register(errors)
  await app.register(security)
  await app.register(sockets, { bytes: MESSAGE_BYTES })
  await app.register(roomRoutes, { rooms })
  await app.ready()
  return app
}
