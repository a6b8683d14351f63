import fc from 'fast-check'
import type { EventAnswer } from '@domain/contract/sync'
import { clockIsOff, settle, waitAfter } from '@domain/sync/outbox'
import { toUpload, UPLOADED, UPLOADED_ANSWER } from '@domain/sync/upload'
import { memberEventSchema } from '@domain/contract/schema'
import { memberEvent, memberLog } from '../member-log'

const status = fc.constantFrom<EventAnswer['status']>('accepted', 'duplicate', 'rejected')

test('exactly what was answered leaves the outbox, and what was refused is kept with its reason', () => {
  fc.assert(
    fc.property(memberLog, fc.array(status, { minLength: 60, maxLength: 60 }), fc.nat(60), (log, statuses, answers) => {
      const results = log
        .slice(0, answers)
        .map((event, i) => ({ id: event.id.toUpperCase(), status: statuses[i]!, reason: 'day' as const }))
      const { answered, rejected } = settle(log, { results })
      expect([...answered]).toEqual(log.slice(0, answers).map(it => it.id))
      expect(rejected.map(it => it.event)).toEqual(log.filter((_, i) => i < answers && statuses[i] === 'rejected'))
      expect(rejected.every(it => it.reason === 'day')).toBe(true)
    }),
  )
})

test('an answer to another event settles nothing', () => {
  fc.assert(
    fc.property(memberEvent, memberEvent, (sent, other) => {
      fc.pre(sent.id !== other.id)
      expect(settle([sent], { results: [{ id: other.id, status: 'accepted' }] }).answered.size).toBe(0)
    }),
  )
})

test('new acts that the service finds out of its time show that the phone’s clock is wrong, old ones do not', () => {
  const [one] = fc.sample(memberEvent, 1)
  const now = 1_795_600_000_000
  const event = { ...one!, at: now - 60_000 }
  const answer = (more: Partial<EventAnswer>) => ({ results: [{ status: 'accepted' as const, ...more }] })
  expect(clockIsOff([event], answer({ late: true }), now)).toBe(true)
  expect(clockIsOff([event], answer({ status: 'rejected', reason: 'day' }), now)).toBe(true)
  expect(clockIsOff([event], answer({}), now)).toBe(false)
  const old = { ...event, at: now - 20 * 24 * 3_600_000 }
  expect(clockIsOff([old], answer({ late: true }), now)).toBeUndefined()
})

test('the wait grows to a quarter of an hour and never past it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = waitAfter(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(2_500)
      expect(wait).toBeLessThanOrEqual(15 * 60_000)
      expect(waitAfter(failures + 1, chance)).toBeGreaterThanOrEqual(wait)
    }),
  )
})

test('what is sent holds the listed fields only, and the service takes it', () => {
  fc.assert(
    fc.property(memberEvent, event => {
      const kept = { ...event, note: '不该上传', device: 'x' }
      if (kept.kind === 'answer') Object.assign(kept, { answer: { ...kept.answer, stem: '题干' } })
      const sent = toUpload(kept)
      expect(memberEventSchema.safeParse(sent).success).toBe(true)
      const allowed: string[] = ['id', 'kind', 'at', 'day', ...UPLOADED[event.kind]]
      expect(Object.keys(sent).filter(key => !allowed.includes(key))).toEqual([])
      if (sent.kind === 'answer') expect(Object.keys(sent.answer).sort()).toEqual([...UPLOADED_ANSWER].sort())
    }),
  )
})
