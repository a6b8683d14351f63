import fc from 'fast-check'
import { below, pick, seeded, shuffle } from '@domain/quiz/random'

const seed = fc.string({ maxLength: 20 })

test('the same seed gives the same numbers, and these numbers for ever', () => {
  const numbers = (text: string) => Array.from({ length: 3 }, seeded(text)).map(n => Math.floor(n * 1e6))
  expect(numbers('2026-11-23')).toEqual(numbers('2026-11-23'))
  // A change here breaks every friend code and every saved session.
  expect(numbers('2026-11-23')).toMatchInlineSnapshot(`
    [
      325360,
      323242,
      170921,
    ]
  `)
})

test('near seeds give unlike numbers, evenly spread', () => {
  const firsts = Array.from({ length: 2000 }, (_, i) => seeded(`daily:${i}`)())
  expect(new Set(firsts).size).toBe(2000)
  const tenths = Array.from({ length: 10 }, (_, t) => firsts.filter(n => Math.floor(n * 10) === t).length)
  for (const n of tenths) expect(Math.abs(n - 200)).toBeLessThan(70)
})

test('a shuffle is a permutation and leaves its list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), seed, (list, s) => {
      const copy = list.slice()
      expect(shuffle(list, seeded(s)).sort()).toEqual(list.slice().sort())
      expect(list).toEqual(copy)
    }),
  )
})

test('every order of three is about equally likely', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 6000; i++) {
    const key = shuffle(['a', 'b', 'c'], seeded(`s${i}`)).join('')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const n of counts.values()) expect(Math.abs(n - 1000)).toBeLessThan(150)
})

test('a pick holds distinct members, as many as asked or all there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), seed, (list, count, s) => {
      const chosen = pick(list, count, seeded(s))
      expect(chosen).toHaveLength(Math.min(count, list.length))
      expect(new Set(chosen).size).toBe(chosen.length)
      for (const n of chosen) expect(list).toContain(n)
    }),
  )
})

test('numbers stay below their bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), seed, (n, s) => {
      const value = below(seeded(s), n)
      expect(value >= 0 && value < n && Number.isInteger(value)).toBe(true)
    }),
  )
})
