import { once } from 'node:events'
import fs from 'node:fs'
import type http from 'node:http'
import type { Socket } from 'node:net'
import path from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import send from '@fastify/send'
import { encodingFor } from './encodings'
import { rangeFor } from './ranges'

const ENDINGS = { br: '.br', gzip: '.gz' }

/**
 * Answers with the file at the URL path `name` below `root`, compressed beforehand where the browser takes it.
 * What is no file there, hidden, or outside, also by a link, is answered 404, 403 or 400.
 * @throws what the system says of a file that is there and cannot be opened; nothing has been answered then
 */
export async function sendFile(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  name: string,
  root: string,
): Promise<void> {
  const packed = packedEncoding(request, name, root)
  const file = packed ? name + ENDINGS[packed] : name
  if (!liesIn(root, file)) return void response.writeHead(404).end('Not found')
  const found = await send(request, file, {
    root,
    index: false,
    cacheControl: false,
    contentType: false,
    // Called with the file that was found, before the range is read.
    onFile: (_path, stats) => {
      const range = rangeFor(request, stats)
      if (range === undefined) delete request.headers.range
      else request.headers.range = range
      delete request.headers['if-range']
    },
  })
  if (found.type === 'directory') return void response.writeHead(404).end('Not found')
  await opened(found.stream)
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

/** A file that cannot be opened is known before its answer begins; what is no file needs no opening. */
async function opened(stream: Readable): Promise<void> {
  if (stream instanceof fs.ReadStream && stream.pending) await once(stream, 'open')
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
  const endings = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]
  const there = endings.filter(it => fs.existsSync(path.join(root, decoded(name) + ENDINGS[it])))
  return encodingFor(headers['accept-encoding'], there)
}

/** Whether the file is in the folder, wherever links on the way to it lead; what does not exist is. */
function liesIn(root: string, name: string): boolean {
  try {
    const inside = path.relative(fs.realpathSync(root), fs.realpathSync(path.join(root, decoded(name))))
    return !path.isAbsolute(inside) && inside.split(path.sep)[0] !== '..'
  } catch {
    return true
  }
}

/** A path that cannot be decoded names no file. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return '\uFFFD'
  }
}
