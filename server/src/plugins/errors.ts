import fp from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Problem } from '../auth/problem'
import { wordsOf } from '../../../domain/text/failure'

/**
 * The database is away, starting, full, a standby that only reads, knows the service's account no more, or gave up on a statement (also to end a deadlock): the
 * phone keeps its events and tries again.
 */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08|25006|25P0|28|3D|40|53|57|58)/
const AWAY_TEXT =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

interface Failure extends Error {
  code?: string
  statusCode?: number
}

declare module 'fastify' {
  interface FastifyReply {
    /** The service's own word for why it refused; empty when it has not. */
    refusal: string
  }
}

/** Turns every failure into `{ error, message }`. Messages never repeat what was sent. */
export const errors = fp(async app => {
  app.decorateReply('refusal', '')
  /** Every refusal leaves by this door, so that it is counted by its word. */
  app.addHook('preSerialization', (_request, reply, payload, done) => {
    const { error } = (payload ?? {}) as { error?: unknown }
    if (reply.statusCode >= 400 && typeof error === 'string') reply.refusal = error
    done(null, payload)
  })
  app.setErrorHandler((error: Failure, request, reply) => {
    if (error instanceof Problem) {
      if (error.status === 429 || error.status === 503) void reply.header('retry-after', String(error.retry))
      return reply.status(error.status).send({ error: error.code, message: error.message, ...error.more })
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const where = [...new Set(error.validation.map(issue => issue.instancePath))].slice(0, 10)
      return reply.status(400).send({ error: 'invalid', message: '请求的格式不对', where })
    }
    // A phone that goes away while it sends breaks its own connection, none of the database's.
    if (error === request.raw.errored) return reply.status(400).send({ error: 'gone', message: '没有收全，请再发一次' })
    if (AWAY.test(error.code ?? '') || AWAY_TEXT.test(error.message)) {
      request.log.warn({ code: error.code }, wordsOf(error.code) ?? 'database away')
      return reply
        .status(503)
        .header('retry-after', '5')
        .send({ error: 'database', message: '数据库暂时连不上，请稍后再试' })
    }
    // A class 22 error is a value the database cannot hold, such as a NUL in a text: the asker's fault.
    if (/^22/.test(error.code ?? '')) return reply.status(400).send({ error: 'invalid', message: '请求的格式不对' })
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      const message =
        status === 429 ? '请求太频繁，请稍后再试' : status === 413 ? '一次发送的内容太多' : '请求的格式不对'
      return reply.status(status).send({ error: status === 429 ? 'rate' : 'invalid', message })
    }
    request.log.error({ failure: safe(error) }, 'failed')
    return reply.status(500).send({ error: 'internal', message: '服务出错了，请稍后再试' })
  })
})

/** Name, code and stack without the message: messages of the database quote values. */
function safe(error: Failure) {
  const stack = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { type: error.name, code: error.code, stack: stack.slice(0, 12).map(line => line.trim()) }
}
