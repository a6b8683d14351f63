import fs from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import type { MemberEvent } from '../../../domain/progress/events'

/** The statements that the service issued for one batch, with the values that differ from batch to batch. */
export interface Recording {
  statements: { sql: string; parameters: unknown[] }[]
  member: string
  branch: string
  ids: string[]
}

// The yardstick: the same statements through fastify and pg alone. No login, no validation, no counting.
async function main(): Promise<void> {
  const recording = JSON.parse(fs.readFileSync(process.argv[2]!, 'utf8')) as Recording
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
  const app = Fastify()
  app.post('/v1/events', async request => {
    const { events } = request.body as { events: MemberEvent[] }
    const other = new Map<unknown, unknown>([
      [recording.member, request.headers['x-member']],
      [recording.branch, request.headers['x-branch']],
      ...recording.ids.map((id, i) => [id, events[i]!.id] as const),
    ])
    const own = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(own) : other.has(value) ? other.get(value) : value
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const { sql, parameters } of recording.statements) await client.query(sql, parameters.map(own))
      await client.query('commit')
    } finally {
      client.release()
    }
    return { results: events.map(({ id }) => ({ id, status: 'accepted' })) }
  })
  console.log(JSON.stringify({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) }))
}
void main()
