import fc from 'fast-check'
import { allowanceOf, bandOf, lastPublished, stateAt } from '@domain/contest/standing'
import { flagsOf, type LookedAt } from '@domain/contest/flags'
import { BANDS } from '@domain/contract/contest-limits'

const order = BANDS.map(it => it.id)

test('a better place never has a wider band, the last is told that it finished, and a band holds no more than it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 3_000 }), total => {
      const bands = Array.from({ length: total }, (_, i) => order.indexOf(bandOf(i + 1, total)!))
      expect(bands).toEqual([...bands].sort((a, b) => a - b))
      expect(bandOf(total, total)).toBe('all')
      for (const { id, share } of BANDS) {
        const within = bands.filter(it => it <= order.indexOf(id)).length
        expect(within * 100).toBeLessThanOrEqual(share * total)
      }
    }),
  )
})

test('of fewer than five nobody is told a band', () => {
  for (let total = 1; total < 5; total++) expect(bandOf(1, total)).toBeUndefined()
  expect(bandOf(1, 44_984)).toBe('p1')
})

test('a line is allowed what is measured in the middle, never more than the most and never less than nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 100_000 }), { maxLength: 5 }), lines => {
      const it = allowanceOf(lines, 2_000)
      expect(it).toBeGreaterThanOrEqual(0)
      expect(it).toBeLessThanOrEqual(2_000)
    }),
  )
  expect(allowanceOf([40, 9_000, 60], 2_000)).toBe(60)
  expect(allowanceOf([], 2_000)).toBe(0)
})

test('a contest goes from draft to over in this order', () => {
  const window = { published: true, opens: 1_000, closes: 2_000 }
  expect([999, 1_000, 1_999, 2_000, 2_009, 2_010].map(now => stateAt(window, now, 10))).toEqual([
    'coming',
    'open',
    'open',
    'settling',
    'settling',
    'over',
  ])
  expect(stateAt({ ...window, published: false }, 5_000, 10)).toBe('draft')
})

const entrant = (member: string, wrong: string[], ms = 9_000): LookedAt => ({
  member,
  answers: Array.from({ length: 10 }, (_, i) => ({
    ...{ number: i + 1, given: [wrong[i] ?? 'a'], right: wrong[i] === undefined, late: false, spentMs: ms },
  })),
})

test('answers sooner than anybody reads are told with the questions; right and slow ones are not', () => {
  const [flag, ...others] = flagsOf([entrant('甲', [], 400), entrant('乙', [])])
  expect(others).toEqual([])
  expect(flag).toMatchObject({ kind: 'fast', members: ['甲'] })
  expect(flag!.evidence[1]).toBe('第 1 题答对，用了 0.4 秒')
  // Guessing fast and wrong is nobody's business.
  expect(
    flagsOf([
      entrant(
        '丙',
        Array.from({ length: 10 }, () => 'b'),
        300,
      ),
    ]),
  ).toEqual([])
})

test('the same wrong answers to the letter are told together; all right, a few wrong or a whole crowd are not', () => {
  const wrong = ['b', 'c', 'd', 'b']
  const flags = flagsOf([entrant('甲', wrong), entrant('乙', wrong), entrant('丙', ['b', 'c', 'd', 'd'])])
  expect(flags.map(it => [it.kind, it.members])).toEqual([['same', ['甲', '乙']]])
  expect(flags[0]!.evidence[1]).toBe('第 1 题都答错，都选 B')
  expect(flagsOf([entrant('甲', []), entrant('乙', [])])).toEqual([])
  expect(flagsOf([entrant('甲', ['b']), entrant('乙', ['b'])])).toEqual([])
  expect(flagsOf(Array.from({ length: 11 }, (_, i) => entrant(`${i}`, wrong)))).toEqual([])
})

test('what is published ends at the front half, however many places the organiser wants', () => {
  expect([lastPublished(10, 22), lastPublished(0, 40)]).toEqual([10, 0])
  // Of five, three are more than half; whoever is alone is not one of the front half either.
  expect([6, 5, 3, 2, 1].map(total => lastPublished(10, total))).toEqual([3, 2, 1, 1, 0])
})
