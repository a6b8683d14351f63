import fs from 'node:fs'
import { type Sender, flood, quantile } from './load'

/** What is measured against each other: where it listens, and the processes that work for it beside the database. */
export interface Side {
  address: string
  pid: number
}

interface Done {
  /** Days a second, of each turn. */
  rates: number[]
  /** Milliseconds of processor time a day. */
  own: number
  database: number
}

/** Processor time of all threads of a process so far, milliseconds; 0 when it is gone. */
function processorMs(pid: number): number {
  try {
    const threads = fs.readdirSync(`/proc/${pid}/task`)
    const of = (thread: string) =>
      Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    return threads.reduce((sum, it) => sum + of(it), 0) / 1e6
  } catch {
    return 0
  }
}

/** What proc(5) says of a process after its name, from its state on; undefined when it is gone. */
function statusOf(pid: number | string): string[] | undefined {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  } catch {
    return undefined
  }
}

/** Milliseconds of a tick of proc(5): USER_HZ is 100 wherever Node runs. */
const TICK_MS = 10

/**
 * Processor time of a process, of those that it has begun, and of those of them that have ended since: a connection that is
 * closed takes its process along, and what that has used must not be missing afterwards.
 */
export function familyMs(pid: number): number {
  const children = fs.readdirSync('/proc').filter(it => /^\d+$/.test(it) && Number(statusOf(it)?.[1]) === pid)
  const [user, system] = (statusOf(pid) ?? []).slice(13, 15)
  const ended = (Number(user) + Number(system)) * TICK_MS
  return [pid, ...children.map(Number)].reduce((sum, it) => sum + processorMs(it), ended)
}

/**
 * Floods the sides in turn, a short while each, so that what else the machine does meets them alike. `warm` rounds before them are
 * not counted: a service runs for weeks, and code that is compiled as it gets hot is not what a day costs.
 */
export async function inTurns<S extends string>(
  sides: Record<S, Side>,
  postmaster: number,
  rounds: number,
  warm: number,
  ms: number,
  senders: readonly Sender[],
): Promise<Record<S, Done>> {
  const names = Object.keys(sides) as S[]
  const sums = new Map(names.map(it => [it, { rates: [] as number[], own: 0, database: 0, days: 0 }]))
  const database = () => familyMs(postmaster)
  for (let round = -warm; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const { pid, address } = sides[name]
      const before = { own: processorMs(pid), database: database() }
      const { perSecond, times } = await flood(address, senders, ms)
      if (round < 0) continue
      const sum = sums.get(name)!
      sum.rates.push(perSecond)
      sum.days += times.length
      sum.own += processorMs(pid) - before.own
      sum.database += database() - before.database
    }
  }
  const done = names.map(name => {
    const { rates, own, database, days } = sums.get(name)!
    return [name, { rates, own: own / days, database: database / days }]
  })
  return Object.fromEntries(done) as Record<S, Done>
}

/** The middle of the rounds' shares. */
export const shareOf = (of: readonly number[], whole: readonly number[]): number =>
  quantile(
    of.map((it, i) => it / whole[i]!),
    0.5,
  )
