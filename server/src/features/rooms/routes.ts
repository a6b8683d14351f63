import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { newRoomSchema, roomMadeSchema } from '../../../../domain/contract/room'
import type { Rooms } from './rooms'
import { talk } from './talk'

/** Rooms that one address makes in an hour: a meeting makes one, an office a few. */
const MAKING = { rateLimit: { max: 30, timeWindow: '1 hour' } }
/** Sockets that one address opens in a minute: a whole hall is behind one, and every phone may come twice. */
const ENTERING = { rateLimit: { max: 1_200, timeWindow: '1 minute' } }

/** 现场赛: a screen makes a room, and phones come in by six digits. Nobody has an account there. */
export const roomRoutes: FastifyPluginAsyncZod<{ rooms: Rooms }> = async (app, { rooms }) => {
  const tags = ['现场赛']
  app.post(
    '/v1/rooms',
    {
      config: { scope: 'public', ...MAKING },
      bodyLimit: 10_000,
      schema: {
        tags,
        description: '开一场：题目只说编号，题面和答案由服务自己的内容里取；六小时，或者没有人一小时以后，就删掉',
        security: [],
        body: newRoomSchema,
        response: { 201: roomMadeSchema },
      },
    },
    async (request, reply) => reply.status(201).send(await rooms.make(request.body)),
  )
  app.get(
    '/v1/rooms/socket',
    { config: { scope: 'public', ...ENTERING }, schema: { tags, description: '屏幕和手机的 WebSocket', security: [] } },
    async (request, reply) => {
      talk(rooms, await app.upgrade(request, reply), request.ip)
      return reply
    },
  )
}
