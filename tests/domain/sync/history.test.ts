import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { foldAll } from '@domain/progress/fold'
import { emptyProgress, type ProgressState } from '@domain/progress/state'
import { joinHistory, type History } from '@domain/sync/history'
import { memberLog } from '../member-log'

const folded = (events: MemberEvent[]) => foldAll(emptyProgress(), events)

/** What the service would send of these events, some of them having come late. */
function historyOf(events: MemberEvent[], late: (event: MemberEvent) => boolean = () => false): History {
  const { items, sets, tally, bests, favourites } = folded(events)
  const days = (part: MemberEvent[]) => Object.values(folded(part).days)
  // A first time is counted on one side only, as the service does.
  const sums = events.filter(it => it.kind !== 'finish' && it.kind !== 'set')
  const firsts = events.filter(it => it.kind === 'finish' || it.kind === 'set')
  return {
    items: Object.values(items),
    days: [...days(sums.filter(it => !late(it))), ...days(firsts)],
    late: days(sums.filter(late)),
    sets,
    tally,
    bests,
    favourites,
  }
}

/** What a join is about: what the service does not keep is left aside. */
const shown = ({ items, days, sets, tally, bests, favourites }: ProgressState) => ({
  items,
  days,
  sets,
  tally,
  bests,
  favourites,
})

/** Every event with where it is: on this phone, at the service, on both, or waiting on this phone. */
const placed = memberLog.chain(log =>
  fc
    .array(fc.constantFrom('phone', 'service', 'both', 'waiting'), { minLength: log.length, maxLength: log.length })
    .map(places => {
      const at = (...wanted: string[]) => log.filter((_, i) => wanted.includes(places[i]!))
      return { log, at }
    }),
)

test('an empty phone gets back what the service counted, late study included', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const late = (event: MemberEvent) => event.id.charCodeAt(event.id.length - 1) % 3 === 0
      expect(shown(joinHistory(emptyProgress(), [], historyOf(log, late)))).toEqual(shown(folded(log)))
    }),
  )
})

test('events known on both sides count once: with all else uploaded, the join is what all events fold to', () => {
  fc.assert(
    fc.property(placed, ({ log, at }) => {
      const uploaded = log.filter(event => !at('phone').includes(event))
      const local = folded(at('both', 'waiting'))
      const joined = joinHistory(local, at('waiting'), historyOf(at('service', 'both')))
      expect(shown(joined)).toEqual(shown(folded(uploaded)))
    }),
  )
})

test('joining again changes nothing', () => {
  fc.assert(
    fc.property(placed, ({ at }) => {
      const history = historyOf(at('service', 'both'))
      const once = joinHistory(folded(at('phone', 'both', 'waiting')), at('waiting'), history)
      expect(joinHistory(once, at('waiting'), history)).toEqual(once)
    }),
  )
})

test('study that was never uploaded is kept, and no sum exceeds that of both sides', () => {
  fc.assert(
    fc.property(placed, ({ at }) => {
      const local = folded(at('phone', 'both', 'waiting'))
      const known = folded(at('service', 'both'))
      const joined = joinHistory(local, at('waiting'), historyOf(at('service', 'both')))
      for (const key of ['read_seconds', 'listen_seconds', 'watch_seconds', 'answers', 'correct_answers'] as const) {
        for (const day of new Set([...Object.keys(local.days), ...Object.keys(known.days)])) {
          const [a, b] = [local.days[day]?.[key] ?? 0, known.days[day]?.[key] ?? 0]
          const sum = joined.days[day]?.[key] ?? 0
          expect(sum).toBeGreaterThanOrEqual(Math.max(a, b))
          expect(sum).toBeLessThanOrEqual(a + b)
        }
      }
    }),
  )
})

test('an item is counted as finished on one day only, the earliest', () => {
  fc.assert(
    fc.property(placed, ({ at }) => {
      const joined = joinHistory(
        folded(at('phone', 'both', 'waiting')),
        at('waiting'),
        historyOf(at('service', 'both')),
      )
      const finished = Object.values(joined.items).filter(it => it.finishedAt !== undefined)
      const counted = Object.values(joined.days).reduce((sum, day) => sum + day.new_articles + day.new_episodes, 0)
      expect(counted).toBe(finished.length)
      for (const it of finished) expect(joined.days[it.finishedDay!]!.items).toContain(it.item)
    }),
  )
})
