import fc from 'fast-check'
import { waitAfter } from '@domain/sync/backoff'

test('the wait grows to a quarter of an hour and never past it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = waitAfter(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(2_500)
      expect(wait).toBeLessThanOrEqual(15 * 60_000)
      expect(waitAfter(failures + 1, chance)).toBeGreaterThanOrEqual(wait)
    }),
  )
})
