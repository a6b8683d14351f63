import fc from 'fast-check'
import { friendCode, readFriendCode, sameFeed } from '@domain/quiz/friend'

const entropy = fc.nat(2 ** 30 - 1)
const version = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 })

test('a code is twelve characters that can be read out, and gives seed and feed back', () => {
  fc.assert(
    fc.property(entropy, version, (n, v) => {
      const code = friendCode(n, v)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      const read = readFriendCode(` ${code.toLowerCase().replace(/-/g, ' ')} `)
      expect(read.ok && sameFeed(read.challenge, v)).toBe(true)
    }),
  )
})

test('different entropy gives a different seed', () => {
  const seeds = Array.from({ length: 500 }, (_, i) => {
    const read = readFriendCode(friendCode(i * 7919, 'abcdef0123456789'))
    return read.ok && read.challenge.seed
  })
  expect(new Set(seeds).size).toBe(500)
})

test('one wrong character, or two neighbours swapped, is noticed', () => {
  const letters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
  fc.assert(
    fc.property(entropy, version, fc.nat(11), letters, (n, v, at, letter) => {
      const code = friendCode(n, v).replace(/-/g, '')
      const damaged = code.slice(0, at) + letter + code.slice(at + 1)
      if (damaged !== code) expect(readFriendCode(damaged).ok).toBe(false)
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at]! + code.slice(at + 2)
      if (swapped !== code) expect(readFriendCode(swapped).ok).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('letters mistaken for digits are taken as meant, and anything else is told apart', () => {
  const code = friendCode(0, '00000')
  expect(readFriendCode(code.replace(/0/g, 'O')).ok).toBe(true)
  expect(readFriendCode('ABC')).toEqual({ ok: false, error: 'length' })
  expect(readFriendCode('你好你好你好你好你好你好')).toEqual({ ok: false, error: 'characters' })
  expect(readFriendCode('AAAA-AAAA-AAA1')).toEqual({ ok: false, error: 'checksum' })
})
