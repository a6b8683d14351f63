import fs from 'node:fs'
import type http from 'node:http'
import type { Socket } from 'node:net'
import path from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import negotiate from '@fastify/accept-negotiator'
import send from '@fastify/send'
import { rangeFor } from './ranges'

const ENDINGS = { br: '.br', gzip: '.gz' }

/**
 * Answers with the file at the URL path `name` below `root`, compressed beforehand where the browser takes it.
 * What is no file there, hidden, or outside is answered 404, 403 or 400.
 */
export async function sendFile(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  name: string,
  root: string,
): Promise<void> {
  const packed = packedEncoding(request, name, root)
  const found = await send(request, packed ? name + ENDINGS[packed] : name, {
    root,
    index: false,
    cacheControl: false,
    contentType: false,
    // Called with the file that was found, before the range is read.
    onFile: (_path, file) => {
      const range = rangeFor(request, file)
      if (range === undefined) delete request.headers.range
      else request.headers.range = range
      delete request.headers['if-range']
    },
  })
  if (found.type === 'directory') {
    response.writeHead(404).end('Not found')
    return
  }
  const ownHeaders = found.type === 'file' ? { 'content-type': typeOf(name), vary: 'accept-encoding' } : {}
  response.writeHead(found.statusCode, {
    ...found.headers,
    ...ownHeaders,
    'cache-control': 'no-cache',
    ...(packed && found.type === 'file' ? { 'content-encoding': packed } : {}),
  })
  endWith(request.socket, found.stream)
  // A reader who goes away, or a file that does, ends this answer and nothing else.
  pipeline(found.stream, response, () => undefined)
}

/** Files being sent, by connection. */
const sending = new WeakMap<Socket, Set<Readable>>()

/** An answer that waits behind another is told nothing when its connection ends, so its file would stay open. */
function endWith(socket: Socket, stream: Readable): void {
  if (socket.destroyed) return void stream.destroy()
  let streams = sending.get(socket)
  if (!streams) {
    const all = (streams = new Set())
    sending.set(socket, all)
    socket.once('close', () => all.forEach(it => it.destroy()))
  }
  streams.add(stream)
  stream.once('close', () => streams.delete(stream))
}

function typeOf(name: string): string {
  const type = send.mime.getType(name) ?? 'application/octet-stream'
  return send.isUtf8MimeType(type) ? `${type}; charset=utf-8` : type
}

/** How the file lies there compressed, of what the browser takes. */
function packedEncoding(
  { headers }: http.IncomingMessage,
  name: string,
  root: string,
): keyof typeof ENDINGS | undefined {
  const accepted = headers['accept-encoding']
  if (!accepted) return undefined
  const there = (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]).filter(it =>
    fs.existsSync(path.join(root, decoded(name) + ENDINGS[it])),
  )
  return (there.length > 0 && negotiate(accepted, there)) || undefined
}

/** A path that cannot be decoded names no file. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return '\uFFFD'
  }
}
