import fc from 'fast-check'
import { metShare } from '@domain/contract/branch-report'
import { spreadOf } from '@domain/district/spread'

const row = fc
  .integer({ min: 0, max: 60 })
  .chain(expected => fc.record({ expected: fc.constant(expected), met: fc.integer({ min: 0, max: expected }) }))

test('every organisation with members stands in the tenth of the share that is shown for it', () => {
  fc.assert(
    fc.property(fc.array(row), rows => {
      const { tenths, total, median } = spreadOf(rows)
      const shares = rows.map(metShare).filter(share => share !== undefined)
      expect(total).toBe(shares.length)
      expect(tenths.reduce((a, b) => a + b, 0)).toBe(total)
      tenths.forEach((count, i) => {
        const last = i === 9 ? 100 : i * 10 + 9
        expect(count).toBe(shares.filter(share => share >= i * 10 && share <= last).length)
      })
      if (median === undefined) return expect(total).toBe(0)
      expect(shares.filter(share => share <= median).length * 2).toBeGreaterThanOrEqual(total)
      expect(shares.filter(share => share >= median).length * 2).toBeGreaterThanOrEqual(total)
    }),
  )
})
