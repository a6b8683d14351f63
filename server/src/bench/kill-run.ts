import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { alive } from '../database/lease'
import { type Phone, usePhone } from './phones'

export interface Running {
  child: ChildProcess
  address: string
}
export interface KillPlan {
  kills: number
  phones: Phone[]
  /** Starts the service. */
  start(): Promise<Running>
  /** Process id of the database; undefined while it is away. */
  databasePid(): number | undefined
  /** From 0 to 1. */
  random(): number
}
export interface KillResult {
  service: number
  database: number
  /** Milliseconds from each kill to the next answer that a phone got. */
  recoveries: number[]
}

/** Ends when the process has. */
export const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>(resolve => child.once('exit', () => resolve()))

/**
 * Kills the service and the database in turn with signal 9, each at a random moment while phones are sending, and waits
 * after each for the next answer. Leaves everything stopped but the database.
 */
export async function killDuringIngest(plan: KillPlan): Promise<KillResult> {
  const result: KillResult = { service: 0, database: 0, recoveries: [] }
  const answered = () => plan.phones.reduce((n, phone) => n + phone.acknowledged.size, 0)
  const place = { address: '' }
  let running = await plan.start()
  place.address = running.address
  let stop = false
  const phones = plan.phones.map(phone => usePhone(phone, place, () => stop))
  try {
    for (let i = 0; i < plan.kills; i++) {
      await sleep(50 + plan.random() * 500)
      const began = Date.now()
      if (i % 2 === 0) {
        running.child.kill('SIGKILL')
        await gone(running.child)
        result.service += 1
        running = await plan.start()
        place.address = running.address
      } else {
        const pid = plan.databasePid()
        if (pid === undefined) throw new Error('the database is not up')
        process.kill(pid, 'SIGKILL')
        while (alive(pid)) await sleep(10)
        result.database += 1
      }
      const before = answered()
      while (answered() === before) await sleep(10)
      result.recoveries.push(Date.now() - began)
    }
  } finally {
    stop = true
    await Promise.all(phones)
    running.child.kill('SIGTERM')
    await gone(running.child)
  }
  return result
}

export interface Stored {
  acknowledged: number
  /** Acknowledged and not there. */
  lost: number
  /** There, whether or not the answer reached the phone. */
  stored: number
  /** There more than once, or counted otherwise than once. */
  twice: number
}

/** Compares what the phones were told with what is stored; each event was one second of reading. */
export async function compareStored(pool: pg.Pool, phones: readonly Phone[]): Promise<Stored> {
  const out: Stored = { acknowledged: 0, lost: 0, stored: 0, twice: 0 }
  for (const { member, acknowledged } of phones) {
    const { rows } = await pool.query('select event_id from event where member_id = $1', [member])
    const stored = new Set(rows.map(row => row.event_id as string))
    const days = await pool.query(
      'select coalesce(sum(read_seconds), 0)::int as seconds from member_day where member_id = $1',
      [member],
    )
    out.acknowledged += acknowledged.size
    out.stored += stored.size
    out.lost += [...acknowledged].filter(id => !stored.has(id)).length
    out.twice += rows.length - stored.size + Math.abs(days.rows[0].seconds - stored.size)
  }
  return out
}
