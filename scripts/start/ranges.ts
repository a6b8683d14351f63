import type { Stats } from 'node:fs'
import type http from 'node:http'

/**
 * What of a request's `Range` header @fastify/send may see, so that the answer is RFC 9110's: one range, of GET only; If-Range
 * by its exact date, as our tags are weak; a suffix longer than the file means all of it. Undefined asks for the whole file.
 */
export function rangeFor({ method, headers }: http.IncomingMessage, file: Stats): string | undefined {
  const { range, 'if-range': condition } = headers
  if (method !== 'GET' || !range) return undefined
  if (!/^bytes=(\d+-\d*|-\d+)$/.test(range)) return undefined
  if (condition !== undefined && condition !== file.mtime.toUTCString()) return undefined
  const suffix = /=-(\d+)$/.exec(range)?.[1]
  return suffix !== undefined && file.size > 0 && Number(suffix) >= file.size ? 'bytes=0-' : range
}
