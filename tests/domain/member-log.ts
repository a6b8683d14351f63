/** Arbitrary but well-formed events of one member, for property tests. */
import fc from 'fast-check'
import type { MemberEvent, QuizMode } from '@domain/progress/events'
import { SHELVES } from '@domain/catalog/shelves'
import { dayStart, shanghaiDay } from '@domain/time/day'
import { uuidv7 } from '@domain/time/uuid'

const START = dayStart('2026-11-02')
// Few moments, so that events of the same millisecond are common.
const at = fc.integer({ min: 0, max: 9 }).map(n => START + n * 20 * 3_600_000)
const item = fc.constantFrom('a-0001', 'a-0002', 'a-0003', 'e-0001', 'e-0002')
const mode = fc.constantFrom<QuizMode>('daily', 'practice', 'review', 'challenge', 'exam')
const seconds = fc.integer({ min: 0, max: 900 })

const act = fc.oneof(
  fc.record({
    kind: fc.constant('read' as const),
    item,
    seconds,
    reached: fc.integer({ min: 0, max: 100 }).map(n => n / 100),
  }),
  fc.record({
    kind: fc.constantFrom('listen' as const, 'watch' as const),
    item,
    seconds,
    from: fc.integer({ min: 0, max: 300 }),
    position: fc.integer({ min: 0, max: 600 }),
  }),
  fc.record({ kind: fc.constant('finish' as const), item }),
  fc.record({
    kind: fc.constant('answer' as const),
    run: fc.constant('r1'),
    mode,
    answer: fc.record({
      question: fc.constantFrom('q-00001', 'q-00002', 'q-00003'),
      hash: fc.constant('0123456789ab'),
      type: fc.constant('single' as const),
      shelf: fc.constantFrom(...SHELVES),
      given: fc.constant(['a']),
      correct: fc.boolean(),
      seconds: fc.integer({ min: 0, max: 90 }),
    }),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    run: fc.constant('r1'),
    mode,
    set: fc.option(fc.constantFrom('daily:2026-11-03', 'practice:reform:5:1'), { nil: undefined }),
    total: fc.constant(5),
    correct: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({ kind: fc.constant('favourite' as const), item, on: fc.boolean() }),
)

export const memberEvent: fc.Arbitrary<MemberEvent> = fc
  .tuple(act, at, fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([body, when, bytes]) => ({ ...body, id: uuidv7(when, bytes), at: when, day: shanghaiDay(when) }) as MemberEvent)

export const memberLog = fc.uniqueArray(memberEvent, { selector: e => e.id, maxLength: 60 })

/** A log and the same events shuffled, some of them twice or three times. */
export const logAndRepeats = memberLog.chain(log =>
  fc.tuple(
    fc.constant(log),
    fc
      .tuple(fc.shuffledSubarray(log, { minLength: log.length }), fc.array(fc.nat(), { maxLength: 20 }))
      .map(([mixed, again]) => (log.length === 0 ? [] : [...mixed, ...again.map(i => log[i % log.length]!)])),
  ),
)
