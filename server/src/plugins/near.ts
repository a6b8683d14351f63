import type { FastifyRequest } from 'fastify'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
/** What a proxy in between writes: then the asker is not on this machine, whichever of them it knows. */
const FORWARDED =
  /^(forwarded|via|true-client-ip|x-(forwarded-.*|real-ip|client-ip|cluster-client-ip)|cf-connecting-ip)$/
/** What this machine calls itself. A page whose own name was made to lead here (DNS rebinding) asks under that name. */
const OWN_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/** Whether who asks is on this machine and asks for it, with no proxy in between. */
export function isNear({ ip, headers }: FastifyRequest): boolean {
  return (
    LOOPBACK.has(ip) && OWN_NAME.test(headers.host ?? '') && !Object.keys(headers).some(name => FORWARDED.test(name))
  )
}
