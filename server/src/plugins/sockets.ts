import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { WebSocket, WebSocketServer } from 'ws'
import { Problem } from '../auth/problem'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Turns a request into a WebSocket, after every hook of its route has run. Throws Problem for one that is not asked
     * for as such.
     */
    upgrade(request: FastifyRequest, reply: FastifyReply): Promise<WebSocket>
  }
}

/** Bytes of the first packet after the request's head, until its route takes them. */
const heads = new WeakMap<IncomingMessage, Buffer>()

/**
 * WebSockets as routes: an upgrade goes through the router like any request, so that limits, scopes and errors are the same.
 * `bytes` bounds a message. No compression: messages are short, and its windows are memory for each phone.
 */
export const sockets = fp<{ bytes: number }>(async (app, { bytes }) => {
  const server = new WebSocketServer({ noServer: true, maxPayload: bytes, perMessageDeflate: false })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const response = new ServerResponse(request)
    // A socket is a net.Socket here: nothing else listens.
    response.assignSocket(socket as Parameters<ServerResponse['assignSocket']>[0])
    // Refused: the connection has no other use.
    response.once('finish', () => socket.end())
    socket.on('error', () => socket.destroy())
    heads.set(request, head)
    app.routing(request, response)
  })
  app.decorate('upgrade', ({ raw }: FastifyRequest, reply: FastifyReply): Promise<WebSocket> => {
    const head = heads.get(raw)
    if (!head) throw new Problem(400, 'upgrade', '这里只接 WebSocket')
    reply.hijack()
    reply.raw.detachSocket(raw.socket)
    return new Promise(resolve => server.handleUpgrade(raw, raw.socket, head, resolve))
  })
  app.addHook('preClose', async () => {
    for (const socket of server.clients) socket.close(1001)
    // Who does not answer is not waited for.
    setTimeout(() => server.clients.forEach(it => it.terminate()), 200).unref()
    server.close()
  })
})
