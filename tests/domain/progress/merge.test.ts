import fc from 'fast-check'
import type { ShelfId } from '@domain/catalog/types'
import type { MemberEvent } from '@domain/progress/events'
import { foldAll } from '@domain/progress/fold'
import { mergePasts, type Past, unknownActs } from '@domain/progress/merge'
import { emptyProgress } from '@domain/progress/state'
import { replay } from '@domain/review/notebook'
import { memberLog } from '../member-log'

const past = (log: readonly MemberEvent[], since = '2000-01-01', kept = log): Past => ({
  progress: { ...foldAll(emptyProgress(), log), seen: {} },
  notebook: replay(log),
  log: kept,
  since,
})
/** One member's acts, and which of two phones they were done on: 1, 2, or known to both (3). */
const twoPhones = fc
  .tuple(memberLog, fc.infiniteStream(fc.constantFrom(1, 2, 3)))
  .map(([log, where]) => log.map(event => ({ event, on: where.next().value as number })))
const on = (all: { event: MemberEvent; on: number }[], phone: number) =>
  all.filter(it => it.on & phone).map(it => it.event)
const joined = (a: Past, b: Past): Past => ({
  ...mergePasts(a, b),
  log: [...a.log, ...unknownActs(a, b.log)],
  since: a.since,
})

test('two phones together are what one phone would be on which everything was done', () => {
  fc.assert(
    fc.property(twoPhones, all => {
      const whole = past(all.map(it => it.event))
      const merged = mergePasts(past(on(all, 1)), past(on(all, 2)))
      expect(merged).toEqual({ progress: whole.progress, notebook: whole.notebook })
    }),
    { numRuns: 100 },
  )
})

test('joining the same again changes nothing, and neither does which phone asks; also where logs have been cut', () => {
  fc.assert(
    fc.property(twoPhones, fc.integer({ min: 0, max: 5 }), (all, cut) => {
      const days = [...new Set(all.map(it => it.event.day))].sort()
      const since = days[Math.min(cut, days.length - 1)] ?? '2000-01-01'
      const kept = (log: MemberEvent[]) => log.filter(it => it.day >= since)
      const [a, b] = [1, 2].map(phone => past(on(all, phone), since, kept(on(all, phone)))) as [Past, Past]
      const once = joined(a, b)
      const { log: _log, since: _since, ...sums } = once
      expect(mergePasts(once, b)).toEqual(sums)
      expect(mergePasts(b, a)).toEqual(sums)
      // Nothing that was here is less than it was.
      for (const own of [a.progress, b.progress]) {
        for (const [day, it] of Object.entries(own.days)) {
          // A day on which nothing was done but to finish what another phone had finished before is no more.
          const after = once.progress.days[day]
          expect(after?.read_seconds ?? 0).toBeGreaterThanOrEqual(it.read_seconds)
          expect(after?.answers ?? 0).toBeGreaterThanOrEqual(it.answers)
        }
        for (const [id, it] of Object.entries(own.items)) {
          expect(once.progress.items[id]!.seconds).toBeGreaterThanOrEqual(it.seconds)
          if (it.finishedAt !== undefined)
            expect(once.progress.items[id]!.finishedAt).toBeLessThanOrEqual(it.finishedAt)
        }
        for (const name of Object.keys(own.sets)) expect(once.progress.sets).toHaveProperty([name])
      }
      for (const q of Object.keys({ ...a.notebook, ...b.notebook })) expect(once.notebook).toHaveProperty([q])
    }),
    { numRuns: 100 },
  )
})

test('of two cards alike in all that counts the same one is kept, whichever phone asks', () => {
  const cut = (shelf: ShelfId): Past => {
    const answer = { question: 'q-00002', hash: '0123456789ab', type: 'single', given: ['a'], correct: false } as const
    const event: MemberEvent = {
      id: '01a197d6-d000-71dd-9a6b-9a742eae9f24',
      at: 1793548800000,
      day: '2026-11-02',
      kind: 'answer',
      run: 'r1',
      mode: 'daily',
      answer: { ...answer, given: ['a'], shelf, seconds: 9 },
    }
    return { progress: emptyProgress(), notebook: replay([event]), log: [], since: '2026-11-20' }
  }
  expect(mergePasts(cut('people'), cut('new-era'))).toEqual(mergePasts(cut('new-era'), cut('people')))
})
