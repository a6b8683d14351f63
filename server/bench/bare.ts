import fs from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import { PreparingClient } from '../src/database/prepared'
import type { DayRecord } from '../../domain/contract/days'

/** The statements that the service issued for a day of which it knew already, with the values that differ from phone to phone. */
export interface Recording {
  /** Which reads what is held, as `held`, and which writes over it. */
  read: Asked
  write: Asked
  member: string
  login: string
  /** What the day's devices were and became, as they stand among the values. */
  before: string
  after: string
}
interface Asked {
  sql: string
  parameters: unknown[]
}

type Held = [day: string, devices: Record<string, object>, studied: boolean][]

// The yardstick: the same statements, prepared alike, through fastify and pg alone. No login, no validation, no counting, no limits.
async function main(): Promise<void> {
  const { read, write, member, login, before, after } = JSON.parse(
    fs.readFileSync(process.argv[2]!, 'utf8'),
  ) as Recording
  const pool = new pg.Pool({ Client: PreparingClient, connectionString: process.env.DATABASE_URL, max: 16 })
  const app = Fastify()
  app.put('/v1/days', async request => {
    const { days } = request.body as { days: DayRecord[] }
    const own = request.headers['x-member']
    const values = ({ parameters }: Asked, put: Record<string, unknown>) =>
      parameters.map(it => (typeof it === 'string' && it in put ? put[it] : it))
    const asked = { [member]: own, [login]: own }
    const { rows } = await pool.query<{ held: Held }>(read.sql, values(read, asked))
    const { day, device, ...told } = days[0]!
    const held = rows[0]!.held.find(it => it[0] === day)![1]
    const grown = { ...held, [device]: told }
    const put = { ...asked, [before]: JSON.stringify(held), [after]: JSON.stringify(grown) }
    const { rowCount } = await pool.query(write.sql, values(write, put))
    return { results: days.map(() => ({ taken: rowCount === 1 })) }
  })
  console.log(JSON.stringify({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) }))
}
void main()
