import fc from 'fast-check'
import { naturalOrder } from '@domain/text/natural-order'

const code = fc.string({ unit: fc.constantFrom('a', 'b', '-', '0', '1', '2', '9'), maxLength: 8 })

test('units stand 1, 2, 10', () => {
  expect(['u10', 'u2', 'u1', 'a-3-12', 'a-3-2', 'u002'].sort(naturalOrder)).toEqual([
    'a-3-2',
    'a-3-12',
    'u1',
    'u002',
    'u2',
    'u10',
  ])
})

test('it is an order: opposite both ways, transitive, and only a text itself is equal to it', () => {
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      const [ab, ba] = [Math.sign(naturalOrder(a, b)), Math.sign(naturalOrder(b, a))]
      expect(ab + ba).toBe(0)
      expect(ab === 0).toBe(a === b)
      if (ab <= 0 && naturalOrder(b, c) <= 0) expect(naturalOrder(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('figures of any length go by their value', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
      expect(Math.sign(naturalOrder(`u${a}`, `u${b}`))).toBe(Math.sign(a - b))
    }),
  )
})
