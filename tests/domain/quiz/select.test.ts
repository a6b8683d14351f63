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

  test('a schedule of one shelf gives two of them, and three of other shelves', () => {
    const planned = ids(pool.filter(q => q.shelf === 'reform')).slice(0, 5)
    const five = selectDaily(pool, { seed: 's', due: [], yesterday: [], planned })
    expect(ids(five).slice(0, 2)).toEqual(planned.slice(0, 2))
    expect(five.filter(q => q.shelf === 'reform')).toHaveLength(2)
    expect(new Set(five.map(q => q.shelf)).size).toBe(4)
  })

  test('agrees with the rule read slowly', () => {
    const some = fc.subarray(pool.map(q => q.id).slice(0, 60))
    fc.assert(
      fc.property(anyPool, some, some, some, seed, (list, due, yesterday, planned, s) => {
        const five = selectDaily(list, { seed: s, due, yesterday, planned })
        const has = (id: string) => list.some(q => q.id === id)
        const shelf = (id: string) => list.find(q => q.id === id)!.shelf
        const wanted = [...due.filter(has), ...planned.filter(id => has(id) && !yesterday.includes(id))]
        // Of what is wanted, the first two of each shelf come first, in their order.
        const first = wanted
          .filter((id, i) => wanted.indexOf(id) === i)
          .filter((id, i, all) => all.slice(0, i).filter(it => shelf(it) === shelf(id)).length < 2)
          .slice(0, 5)
        expect(ids(five).slice(0, first.length)).toEqual(first)
        // None of yesterday's but due ones, none twice, five or all there are.
        for (const id of ids(five)) if (!due.includes(id)) expect(yesterday).not.toContain(id)
        expect(new Set(ids(five)).size).toBe(five.length)
        const open = list.filter(q => due.includes(q.id) || !yesterday.includes(q.id))
        expect(five).toHaveLength(Math.min(5, open.length))
        // A shelf comes a third time only when no other could have come.
        const times = (id: string) => five.filter(q => q.shelf === shelf(id)).length
        const left = open.filter(q => !ids(five).includes(q.id))
        if (five.some(q => times(q.id) > 2)) expect(left.filter(q => times(q.id) < 2)).toEqual([])
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
