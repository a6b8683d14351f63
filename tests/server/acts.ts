/** Events as a phone makes them. */
import crypto from 'node:crypto'
import type { MemberEvent } from '../../domain/progress/events'
import { shanghaiDay } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'

export type Act = Record<string, unknown> & { kind: MemberEvent['kind'] }

export function act(at: number, what: Act): MemberEvent {
  return { id: uuidv7(at, crypto.randomBytes(10)), at, day: shanghaiDay(at), ...what } as MemberEvent
}
export const read = (at: number, seconds: number, item = 'a-0001', reached = 1) =>
  act(at, { kind: 'read', item, seconds, reached })
export const finish = (at: number, item = 'a-0001') => act(at, { kind: 'finish', item })
export const answer = (at: number, given: string[], correct = true, question = 'q-00001') =>
  act(at, {
    kind: 'answer',
    run: 'r',
    mode: 'practice',
    answer: { question, hash: '0123456789ab', type: 'single', shelf: 'reform', given, correct, seconds: 3 },
  })
