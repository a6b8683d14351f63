import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { Socket } from 'node:net'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { SHORT_ADDRESSES } from '../../domain/room/addresses'
import { portProblem } from './port'
import { FIXED_HEADERS, contentPolicy } from './security-headers'
import { decoded, sendFile } from './send-file'
import { targetOf } from './target'

export interface StaticServer {
  address: string
  /** Hands requests under `/v1/` and `/docs`, and those of operators, to the participation service once it is up. */
  mount(service: http.RequestListener): void
  /** Hands everything under `/v1/rooms` to this server's listeners, WebSockets among it; it need not listen itself. */
  mountRooms(rooms: http.Server): void
  close(): Promise<void>
}

/**
 * Serves the built web app, with byte ranges so that audio can be sought. Media that is not bundled is taken from `dist/media`.
 * The disk is looked at for every request, so that a new build shows without a restart.
 * @param port 0 takes any free one
 * @param onTrouble hears what of the machine keeps a file from being sent
 * @throws Error when `dist/h5` has not been built or the port is taken
 */
export async function serveApp(
  root: string,
  port: number,
  host = '127.0.0.1',
  onTrouble: (error: Error) => void = () => undefined,
): Promise<StaticServer> {
  const app = path.join(root, 'dist/h5')
  const media = path.join(root, 'dist/media')
  if (!fs.existsSync(path.join(app, 'index.html'))) throw new Error('dist/h5 还没有构建，先运行 npm run build:h5')
  let service: http.RequestListener = notUp
  let rooms: http.Server | undefined
  const policy = policyOf(path.join(app, 'index.html'))
  const server = http.createServer(LIMITS, (request, response) => {
    const target = targetOf(request.url)
    if (target === undefined) return void response.writeHead(400).end('Bad request')
    request.url = target
    const [name = '/'] = target.split('?')
    if (rooms && ROOMS.test(name)) return void rooms.emit('request', request, response)
    if (/^\/(v1|docs|healthz|readyz|metrics)(\/|$)/.test(name)) return service(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(404).end('Not found')
    const page = Object.hasOwn(SHORT_ADDRESSES, name) ? SHORT_ADDRESSES[name] : undefined
    if (page !== undefined) return void response.writeHead(302, { location: `./#${page}` }).end()
    const built = /^\/media(\/[^/]+)$/.exec(name)?.[1]
    const elsewhere = built !== undefined && !fs.existsSync(path.join(app, decoded(name)))
    for (const [key, value] of Object.entries({
      ...FIXED_HEADERS,
      'content-security-policy': policyFor(request, policy()),
    })) {
      response.setHeader(key, value)
    }
    const file = elsewhere ? ([built, media] as const) : ([name === '/' ? '/index.html' : name, app] as const)
    sendFile(request, response, ...file).catch((error: NodeJS.ErrnoException) => {
      onTrouble(error)
      if (response.headersSent) return void response.destroy(error)
      const busy = error.code === 'EMFILE' || error.code === 'ENFILE'
      response.writeHead(busy ? 503 : 500, busy ? { 'retry-after': '1' } : {}).end()
    })
  })
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const target = targetOf(request.url)
    if (!rooms || target === undefined || !ROOMS.test(target.split('?')[0]!)) return answerPlainly(request, socket)
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    request.url = target
    rooms.emit('upgrade', request, socket, head)
  })
  /** Whoever offers another protocol may be answered in this one (RFC 9110, 7.8): Java and `curl --http2` do so with every page. */
  function answerPlainly(request: http.IncomingMessage, socket: Duplex): void {
    // What a body would be is not read of such a request.
    if (request.method !== 'GET' && request.method !== 'HEAD') return void socket.destroy()
    const response = new http.ServerResponse(request)
    response.shouldKeepAlive = false
    // A socket is a net.Socket here: nothing else listens.
    response.assignSocket(socket as Socket)
    response.once('finish', () => socket.end())
    server.emit('request', request, response)
  }
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw portProblem(port, error as NodeJS.ErrnoException)
  }
  // A connection that cannot be taken, because too much is open, must not end what is served.
  server.on('error', onTrouble)
  const { port: listening } = server.address() as { port: number }
  return {
    address: `http://${host}:${listening}/`,
    mount: listener => {
      service = listener
    },
    mountRooms: it => {
      rooms = it
    },
    close: () =>
      new Promise(resolve => {
        // What was upgraded is none of the server's connections any more, and still waited for: phones in a room stay for an hour.
        const cut = setTimeout(() => upgraded.forEach(it => it.destroy()), GOODBYE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Half a request holds a connection: after thirty seconds it is cut. */
const LIMITS = { requestTimeout: 30_000, headersTimeout: 30_000, connectionsCheckingInterval: 5_000 }

/** So long whoever answers a WebSocket may take to end it in its own words. */
const GOODBYE_MS = 500

const ROOMS = /^\/v1\/rooms(\/|$)/

/** WebSockets to the page's own host: browsers before 2022 do not count them as `'self'`. */
function policyFor({ headers: { host } }: http.IncomingMessage, policy: string): string {
  if (host === undefined || !/^[\w.-]+(:\d+)?$/.test(host)) return policy
  return policy.replace("connect-src 'self'", `connect-src 'self' ws://${host}`)
}

/** The policy of the page as it is built now: the file is read again when it has changed. */
function policyOf(page: string): () => string {
  let known = { at: -1, policy: contentPolicy('') }
  return () => {
    const at = fs.statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? known.at
    if (at === known.at) return known.policy
    const { MEDIA_BASE_URL, ERRATA_URL, SERVICE_URL } = process.env
    const elsewhere = [MEDIA_BASE_URL, ERRATA_URL, SERVICE_URL]
    known = { at, policy: contentPolicy(fs.readFileSync(page, 'utf8'), elsewhere) }
    return known.policy
  }
}

/** The app works without the service and shows what this says. */
function notUp(_request: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5' })
  response.end(JSON.stringify({ error: 'starting', message: '参与服务没有启动或正在启动，学习不受影响' }))
}
