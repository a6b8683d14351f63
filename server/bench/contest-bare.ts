import fs from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import { PreparingClient } from '../src/database/prepared'

/** The statement that the service issued for one answer, and which of its values differ from answer to answer. */
export interface AnswerRecording {
  sql: string
  parameters: unknown[]
  /** Places of the member and of which question it is; moments are told by being some. */
  member: number[]
  place: number[]
  /** Milliseconds, when it was recorded. */
  at: number
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

// The yardstick: the same statement, prepared alike, through fastify and pg alone. No login, no validation, no paper, no counting.
async function main(): Promise<void> {
  const { sql, parameters, member, place, at } = JSON.parse(
    fs.readFileSync(process.argv[2]!, 'utf8'),
  ) as AnswerRecording
  const moments = parameters.map(it => (typeof it === 'string' && MOMENT.test(it) ? Date.parse(it) - at : undefined))
  const pool = new pg.Pool({ Client: PreparingClient, connectionString: process.env.DATABASE_URL, max: 16 })
  const app = Fastify()
  app.post('/v1/me/contests/:contest/answers', async request => {
    const now = Date.now()
    const { n } = request.body as { n: number }
    const values = parameters.map((it, i) => {
      if (member.includes(i)) return request.headers['x-member']
      if (place.includes(i)) return n
      return moments[i] === undefined ? it : new Date(now + moments[i]).toISOString()
    })
    const { rowCount } = await pool.query(sql, values)
    if (rowCount !== 1) throw new Error('not taken')
    return { n, late: false, finished: false }
  })
  console.log(JSON.stringify({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) }))
}
void main()
