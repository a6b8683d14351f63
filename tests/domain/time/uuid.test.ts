import fc from 'fast-check'
import { uuidMillis, uuidv7 } from '@domain/time/uuid'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('an id has the form of version 7 and gives its millisecond back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), random, (now, bytes) => {
      const id = uuidv7(now, bytes)
      expect(id).toMatch(FORM)
      expect(uuidMillis(id)).toBe(now)
    }),
  )
})

test('ids ascend as text, within a millisecond and when the clock goes back', () => {
  const calls = fc.array(fc.tuple(fc.integer({ min: 1000, max: 1003 }), random), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(calls, list => {
      let previous: string | undefined
      for (const [now, bytes] of list) {
        const id = uuidv7(now, bytes, previous)
        expect(id).toMatch(FORM)
        if (previous) expect(id > previous).toBe(true)
        previous = id
      }
    }),
  )
})

test('counting on carries over a full byte and over the version', () => {
  const full = uuidv7(1, new Uint8Array(10).fill(255))
  expect(uuidv7(1, new Uint8Array(10), full) > full).toBe(true)
})

test('too little randomness is refused', () => {
  expect(() => uuidv7(1, new Uint8Array(9))).toThrow(RangeError)
})
