import fs from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import { PreparingClient } from '../src/database/prepared'
import type { DayRecord } from '../../domain/contract/days'

/** The statements that the service issued for one day, with the values that differ from phone to phone. */
export interface Recording {
  statements: { sql: string; parameters: unknown[] }[]
  member: string
  branch: string
  device: string
}

// The yardstick: the same statements, prepared alike, through fastify and pg alone. No login, no validation, no counting.
async function main(): Promise<void> {
  const recording = JSON.parse(fs.readFileSync(process.argv[2]!, 'utf8')) as Recording
  const pool = new pg.Pool({ Client: PreparingClient, connectionString: process.env.DATABASE_URL, max: 16 })
  const app = Fastify()
  app.put('/v1/days', async request => {
    const { days } = request.body as { days: DayRecord[] }
    const other = new Map<unknown, unknown>([
      [recording.member, request.headers['x-member']],
      [recording.branch, request.headers['x-branch']],
    ])
    const own = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(own)
      if (typeof value === 'string') return other.get(value) ?? value.replace(recording.device, days[0]!.device)
      return value
    }
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const { sql, parameters } of recording.statements) await client.query(sql, parameters.map(own))
      await client.query('commit')
    } finally {
      client.release()
    }
    return { results: days.map(() => ({ taken: true })) }
  })
  console.log(JSON.stringify({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) }))
}
void main()
