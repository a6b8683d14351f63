import fc from 'fast-check'
import type { QuizMode } from '@domain/progress/events'
import type { Question } from '@domain/catalog/types'
import { expectedOf } from '@domain/quiz/grade'
import { reconcile } from '@domain/quiz/reconcile'
import { answer, createSession, handInOf, next } from '@domain/quiz/session'
import { pool } from './pool'

const T0 = 1_800_000_000_000
const five = pool.slice(0, 5)
const [q1, q2, q3] = five as [Question, Question, Question]
const reworded = (q: Question): Question => ({ ...q, hash: `${q.hash}x`, stem: `${q.stem}（改）` })
const without = (...gone: Question[]) => pool.filter(q => !gone.includes(q))

/** A session of five with the first question answered and the second on screen. */
function begun(mode: QuizMode) {
  const run = createSession({ id: 'r', mode, seed: 's' }, five, T0)
  return next(answer(run, q1, expectedOf(q1), T0), T0)
}

test('the same feed changes nothing', () => {
  const run = begun('daily')
  expect(reconcile(run, pool)).toEqual({ session: run, kept: [], updated: [], replaced: [], dropped: [] })
})

test('an answer already given stands, under the wording it was given to', () => {
  const run = begun('daily')
  for (const feed of [without(q1), pool.map(q => (q === q1 ? reworded(q) : q))]) {
    const after = reconcile(run, feed)
    expect(after.kept).toEqual([q1.id])
    expect(after.session).toEqual(run)
  }
})

test('a question worded anew is asked as it is now', () => {
  const after = reconcile(
    begun('daily'),
    pool.map(q => (q === q2 ? reworded(q) : q)),
  )
  expect(after.updated).toEqual([q2.id])
  expect(after.session.slots[1]!.hash).toBe(`${q2.hash}x`)
  expect(after.session.at).toBe(1)
})

test('in an exam, where answers may still change, a reworded question is asked again', () => {
  const after = reconcile(
    begun('exam'),
    pool.map(q => (q === q1 ? reworded(q) : q)),
  )
  expect(after.updated).toEqual([q1.id])
  expect(after.session.slots[0]!.given).toBeUndefined()
})

test('a question that has gone is replaced by one of its shelf and type, or dropped and said', () => {
  const replaced = reconcile(begun('exam'), without(q2))
  const now = pool.find(q => q.id === replaced.replaced[0]!.now)!
  expect(replaced.replaced[0]!.was).toBe(q2.id)
  expect([now.shelf, now.type]).toEqual([q2.shelf, q2.type])
  expect(replaced.session.slots).toHaveLength(5)

  const dropped = reconcile(begun('friend'), without(q2, q3))
  expect(dropped.dropped).toEqual([q2.id, q3.id])
  expect(dropped.session.slots.map(s => s.question)).toEqual([q1.id, five[3]!.id, five[4]!.id])
})

test('two questions that have gone get two different ones in their place', () => {
  const twins = [pool[0]!, pool[30]!]
  expect([twins[0]!.shelf, twins[0]!.type]).toEqual([twins[1]!.shelf, twins[1]!.type])
  const { replaced } = reconcile(createSession({ id: 'r', mode: 'exam', seed: 's' }, twins, T0), without(...twins))
  expect(new Set(replaced.map(r => r.now)).size).toBe(2)
})

test('the question on screen stays on screen when one before it has gone', () => {
  const run = { ...begun('sequence'), at: 3 }
  const open = { ...run, slots: run.slots.map(s => ({ ...s, given: undefined })) as typeof run.slots }
  const after = reconcile(open, without(q1))
  expect(after.session.slots[after.session.at]!.question).toBe(five[3]!.id)
})

test('a feed without any of the questions leaves an empty session, never a score', () => {
  const after = reconcile(createSession({ id: 'r', mode: 'review', seed: 's' }, five, T0), [])
  expect(after.session.slots).toEqual([])
  expect(handInOf(after.session)).toBeUndefined()
})

test('whatever the new feed, each question is accounted for and no answer with feedback is lost', () => {
  const fate = fc.array(fc.constantFrom('same', 'reworded', 'gone'), { minLength: 60, maxLength: 60 })
  const mode = fc.constantFrom<QuizMode>('daily', 'practice', 'exam', 'friend', 'challenge')
  fc.assert(
    fc.property(mode, fate, fc.nat(5), (m, fates, answered) => {
      let run = createSession({ id: 'r', mode: m, seed: 's' }, five, T0)
      for (let i = 0; i < answered; i++) run = next(answer(run, five[i]!, expectedOf(five[i]!), T0), T0)
      if (run.state === 'finished') return
      const feed = pool
        .slice(0, 60)
        .flatMap((q, i) => (fates[i] === 'gone' ? [] : [fates[i] === 'same' ? q : reworded(q)]))
      const after = reconcile(run, feed)
      const told = [...after.kept, ...after.updated, ...after.replaced.map(r => r.was), ...after.dropped]
      expect(new Set(told).size).toBe(told.length)
      expect(told.sort()).toEqual(
        five
          .filter((_, i) => fates[i] !== 'same')
          .map(q => q.id)
          .sort(),
      )
      expect(after.session.slots).toHaveLength(5 - after.dropped.length)
      expect(new Set(after.session.slots.map(s => s.question)).size).toBe(after.session.slots.length)
      if (m !== 'exam') expect(after.session.slots.filter(s => s.given)).toEqual(run.slots.filter(s => s.given))
      for (const slot of after.session.slots) {
        if (!slot.given) expect(feed.find(q => q.id === slot.question)!.hash).toBe(slot.hash)
      }
      expect(after.session.state).toBe('running')
      expect(reconcile(after.session, feed)).toMatchObject({
        session: after.session,
        updated: [],
        replaced: [],
        dropped: [],
      })
    }),
  )
})
