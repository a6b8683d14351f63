import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { alive } from '../postgres/process-mark'
import type { Phone } from './phones'

/** What a phone counts of the answers that it got. */
interface Acknowledged {
  acknowledged: number
}

export interface Running {
  child: ChildProcess
  address: string
}
export interface KillPlan<P extends Acknowledged> {
  kills: number
  phones: P[]
  /** What a phone does until it is told to stop. */
  use: (phone: P, place: { address: string }, done: () => boolean) => Promise<void>
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
 * after each until every phone has had an answer again: how much is acknowledged between two kills does not hang on how
 * quick the machine is. Leaves everything stopped but the database.
 */
export async function killDuringIngest<P extends Acknowledged>(plan: KillPlan<P>): Promise<KillResult> {
  const result: KillResult = { service: 0, database: 0, recoveries: [] }
  const place = { address: '' }
  let running = await plan.start()
  place.address = running.address
  let stop = false
  const phones = plan.phones.map(phone => plan.use(phone, place, () => stop))
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
      const before = plan.phones.map(phone => phone.acknowledged)
      const again = () => plan.phones.filter((phone, k) => phone.acknowledged > before[k]!).length
      while (again() === 0) await sleep(10)
      result.recoveries.push(Date.now() - began)
      while (again() < plan.phones.length) await sleep(10)
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
  /** Phones of whose day less is there than was acknowledged. */
  lost: number
  /** Phones of whose day more is there than was ever sent, or whose sums are not those of the devices. */
  wrong: number
}

/** Compares what the phones were told with what is stored. Run on one day: a day that turns in between has two rows. */
export async function compareStored(pool: pg.Pool, phones: readonly Phone[]): Promise<Stored> {
  const out: Stored = { acknowledged: 0, lost: 0, wrong: 0 }
  for (const { member, device, held, sent, acknowledged } of phones) {
    const { rows } = await pool.query(
      `select (devices #>> array[$2, 'answered', 'reform'])::int as told, (answered->>'reform')::int as sum
        from member_day where member_id = $1`,
      [member, device],
    )
    const told = Math.max(0, ...rows.map(row => row.told as number))
    out.acknowledged += acknowledged
    if (told < held) out.lost += 1
    if (told > sent || rows.some(row => row.told !== row.sum)) out.wrong += 1
  }
  return out
}
