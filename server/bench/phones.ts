import crypto from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { DayRecord } from '../../domain/contract/days'
import { shanghaiDay } from '../../domain/time/day'

export interface Phone {
  member: string
  token: string
  device: string
  /** Answers of today that the service has held, and that were sent at the most. */
  held: number
  sent: number
  /** Days that were answered. */
  acknowledged: number
}

/** An access token of a login of the member that is there, as the service signs it. */
export async function signIn(pool: pg.Pool, tenant: string, member: string, secret: string): Promise<string> {
  await pool.query(
    `insert into login (tenant_id, login_id, member_id, began_at, proved_at, traded_at) values ($1, $2, $2, now(), now(), now())
      on conflict do nothing`,
    [tenant, member],
  )
  return signToken({ sub: member, t: tenant, v: 1, l: member }, secret)
}

/** An access token as the service signs it. */
export function signToken(claims: object, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${crypto.createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** Today with `n` answers so far. */
const today = (device: string, n: number): DayRecord => ({
  day: shanghaiDay(Date.now()),
  device,
  studied: n >= 5,
  finished: [],
  answered: { reform: n },
})

/** Tells today again and again, each time with one answer more, until `done` and the last is answered. */
export async function usePhone(phone: Phone, place: { address: string }, done: () => boolean): Promise<void> {
  let waiting = false
  while (!done() || waiting) {
    if (!waiting) phone.sent += 1
    waiting = true
    try {
      const response = await fetch(`${place.address}/v1/days`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${phone.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ days: [today(phone.device, phone.sent)] }),
        signal: AbortSignal.timeout(20_000),
      })
      if (response.status === 200) {
        phone.held = phone.sent
        phone.acknowledged += 1
        waiting = false
      }
      // A member may ask 300 times a minute.
      await sleep(response.status === 429 ? 500 : 100)
    } catch {
      await sleep(30)
    }
  }
}
