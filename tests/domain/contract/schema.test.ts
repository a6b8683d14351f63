import fc from 'fast-check'
import type { z } from 'zod'
import type { MemberEvent } from '@domain/progress/events'
import { eventBatchSchema, memberEventSchema } from '@domain/contract/schema'
import { memberEvent } from '../member-log'

// The schema and the types say the same: if they part, this file does not compile.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const same: Same<z.infer<typeof memberEventSchema>, MemberEvent> = true

test('every event the app can make passes, through JSON', () => {
  expect(same).toBe(true)
  fc.assert(
    fc.property(memberEvent, event => {
      const sent = JSON.parse(JSON.stringify(event))
      expect(memberEventSchema.parse(sent)).toEqual(sent)
    }),
  )
})

test('what no app makes is refused', () => {
  const [event] = fc.sample(
    memberEvent.filter(e => e.kind === 'read'),
    1,
  )
  const bad = [
    { ...event, id: 'x' },
    { ...event, day: 'today' },
    { ...event, day: '2026-02-30' },
    { ...event, seconds: -1 },
    { ...event, seconds: 1e6 },
    { ...event, item: 'constructor' },
    { ...event, kind: 'login' },
    { ...event, extra: 1 },
    null,
  ]
  for (const body of bad) expect(memberEventSchema.safeParse(body).success).toBe(false)
})

test('a batch holds one to two hundred events', () => {
  const [event] = fc.sample(memberEvent, 1)
  const batch = (n: number) =>
    eventBatchSchema.safeParse(JSON.parse(JSON.stringify({ events: Array(n).fill(event) }))).success
  expect([0, 1, 200, 201].map(batch)).toEqual([false, true, true, false])
})
