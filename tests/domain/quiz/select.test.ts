import fc from 'fast-check'
import { MODES } from '@domain/quiz/modes'
import {
  articlesOfSeries,
  filterQuestions,
  practiceSets,
  selectChallenge,
  selectDaily,
  selectFriend,
  selectReview,
} from '@domain/quiz/select'
import { anyPool, pool, question } from './pool'

const ids = (list: { id: string }[]) => list.map(q => q.id)
const seed = fc.string({ maxLength: 10 })

describe("the day's five", () => {
  test('the same day gives the same five, whatever order the volumes were read in', () => {
    const request = { seed: '2026-11-23', due: ['q-00007'], yesterday: ['q-00001'] }
    expect(ids(selectDaily(pool.slice().reverse(), request))).toEqual(ids(selectDaily(pool, request)))
    expect(ids(selectDaily(pool, { ...request, seed: '2026-11-24' }))).not.toEqual(ids(selectDaily(pool, request)))
  })

  test('due reviews come first, then the schedule, and the rest mixes shelves', () => {
    const five = selectDaily(pool, { seed: 's', due: ['q-00012', 'q-00006'], yesterday: [], planned: ['q-00099'] })
    expect(ids(five).slice(0, 3)).toEqual(['q-00012', 'q-00006', 'q-00099'])
    expect(new Set(five.slice(2).map(q => q.shelf)).size).toBe(3)
  })

  test('agrees with the rule read slowly', () => {
    const some = fc.subarray(pool.map(q => q.id).slice(0, 60))
    fc.assert(
      fc.property(anyPool, some, some, some, seed, (list, due, yesterday, planned, s) => {
        const five = selectDaily(list, { seed: s, due, yesterday, planned })
        const has = (id: string) => list.some(q => q.id === id)
        const wanted = [...due.filter(has), ...planned.filter(id => has(id) && !yesterday.includes(id))]
        const first = wanted.filter((id, i) => wanted.indexOf(id) === i).slice(0, 5)
        expect(ids(five).slice(0, first.length)).toEqual(first)
        // None of yesterday's but due ones, none twice, five or all there are.
        const rest = ids(five).slice(first.length)
        for (const id of rest) expect(yesterday).not.toContain(id)
        expect(new Set(ids(five)).size).toBe(five.length)
        const open = list.filter(q => !yesterday.includes(q.id) && !first.includes(q.id)).length
        expect(five).toHaveLength(Math.min(5, first.length + open))
        // A shelf comes a second time only when no unused shelf could have come.
        const shelf = (id: string) => list.find(q => q.id === id)!.shelf
        rest.forEach((id, i) => {
          const used = new Set([...first, ...rest.slice(0, i)].map(shelf))
          if (!used.has(shelf(id))) return
          const fresh = list.filter(
            q => !used.has(q.shelf) && !yesterday.includes(q.id) && !first.includes(q.id) && !rest.includes(q.id),
          )
          expect(fresh).toEqual([])
        })
      }),
    )
  })
})

describe('practice', () => {
  test('every filter lets through what it names and nothing else', () => {
    const filter = {
      shelf: 'reform' as const,
      difficulty: 2 as const,
      person: 'maozedong',
      articles: ['a-0004', 'a-0028'],
    }
    for (const key of Object.keys(filter) as (keyof typeof filter)[]) {
      const chosen = filterQuestions(pool, { [key]: filter[key] })
      const slow = pool.filter(q =>
        key === 'person'
          ? q.people.includes(filter.person)
          : key === 'articles'
            ? filter.articles.includes(q.evidence.article)
            : q[key] === filter[key],
      )
      expect(ids(chosen)).toEqual(ids(slow).sort())
      expect(chosen.length).toBeGreaterThan(0)
    }
  })

  test('sets cut the pool whole, and new questions move no old set', () => {
    const before = practiceSets(pool.slice(0, 23), 'shelf:reform', 5)
    const after = practiceSets(pool.slice(0, 31), 'shelf:reform', 5)
    expect(before.map(s => s.questions.length)).toEqual([5, 5, 5, 5, 3])
    expect(before[1]!.id).toBe('practice:shelf:reform:5:2')
    for (let i = 0; i < 4; i++) expect(ids(after[i]!.questions)).toEqual(ids(before[i]!.questions))
  })

  test('a series is practised through the articles its episodes tell', () => {
    const episodes = [
      { series: 'gushi', articles: ['a-0002', 'a-0001'] },
      { series: 'gushi', articles: ['a-0001'] },
      { series: 'renwu', articles: ['a-0009'] },
    ]
    expect(articlesOfSeries(episodes, 'gushi')).toEqual(['a-0001', 'a-0002'])
    expect(articlesOfSeries([], 'gushi')).toEqual([])
  })
})

test("a challenge and a friend's ten are the same for the same seed and hold no question twice", () => {
  fc.assert(
    fc.property(seed, s => {
      for (const list of [selectChallenge(pool, s), selectFriend(pool, s)])
        expect(new Set(ids(list)).size).toBe(list.length)
      expect(ids(selectFriend(pool.slice().reverse(), s))).toEqual(ids(selectFriend(pool, s)))
      expect(selectFriend(pool, s)).toHaveLength(MODES.friend.size)
    }),
  )
})

test('review takes the due ones that still exist, in their order', () => {
  expect(ids(selectReview(pool, ['q-00009', 'q-99999', 'q-00002']))).toEqual(['q-00009', 'q-00002'])
  expect(selectReview([question(1)], [])).toEqual([])
})
