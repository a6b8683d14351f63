import crypto from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MemberEvent } from '../../../domain/progress/events'
import { shanghaiDay } from '../../../domain/time/day'
import { uuidv7 } from '../../../domain/time/uuid'

export interface Phone {
  member: string
  token: string
  /** Ids that the service has answered for. */
  acknowledged: Set<string>
  /** Answers `duplicate`: it was there already, and the answer had been lost. */
  duplicates: number
}

/** A member's access token, as the service signs it. */
export function signToken(claims: object, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${crypto.createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** One second of reading. */
function read(at: number): MemberEvent {
  const id = uuidv7(at, crypto.randomBytes(10))
  return { id, at, day: shanghaiDay(at), kind: 'read', item: 'a-0001', seconds: 1, reached: 0.5 }
}

/** Keeps a batch of ten until it is answered, then makes the next, until `done` and nothing is left. */
export async function usePhone(phone: Phone, place: { address: string }, done: () => boolean): Promise<void> {
  let outbox: MemberEvent[] = []
  while (!done() || outbox.length > 0) {
    if (outbox.length === 0) outbox = Array.from({ length: 10 }, (_, i) => read(Date.now() + i))
    try {
      const response = await fetch(`${place.address}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${phone.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events: outbox }),
        signal: AbortSignal.timeout(20_000),
      })
      if (response.status === 200) {
        const { results } = (await response.json()) as { results: { id: string; status: string }[] }
        for (const { id, status } of results) {
          if (status !== 'rejected') phone.acknowledged.add(id)
          if (status === 'duplicate') phone.duplicates += 1
        }
        outbox = []
      }
      // A member may ask 300 times a minute.
      await sleep(response.status === 429 ? 500 : 100)
    } catch {
      await sleep(30)
    }
  }
}
