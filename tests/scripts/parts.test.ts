import fc from 'fast-check'
import { dealOut, longestFirst } from '../../scripts/test/parts'

const weights: Record<string, number> = { access: 9, keep: 4, home: 3, search: 2 }
const weight = (file: string) => weights[file]!

test('the longest file has a runner of its own when the others fill the rest', () => {
  expect(dealOut(['home', 'access', 'search', 'keep'], 2, weight)).toEqual([['access'], ['keep', 'home', 'search']])
})

test('the longest file is the first to be taken', () => {
  expect(longestFirst(['home', 'search', 'access', 'keep'], weight)).toEqual(['access', 'keep', 'home', 'search'])
})

test('no runner is started for nothing', () => {
  expect(dealOut(['home'], 4, weight)).toEqual([['home']])
  expect(dealOut([], 4, weight)).toEqual([])
})

test('every file runs once, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.integer({ min: 1, max: 4 }), (lengths, runners) => {
      const files = lengths.map((_, i) => String(i))
      const parts = dealOut(files, runners, file => lengths[Number(file)]!)
      expect(parts.flat().sort()).toEqual([...files].sort())
    }),
  )
})
