import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { fromBase64url, hexOfBase64url, toBase64url } from '@domain/text/base64url'

const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 })

test('what is written is read back, and in hex it is the same bytes', () => {
  fc.assert(
    fc.property(bytes, given => {
      const text = toBase64url(given)
      expect(text).toBe(Buffer.from(given).toString('base64url'))
      expect(fromBase64url(text)).toEqual(given)
      expect(hexOfBase64url(text)).toBe(bytesToHex(Uint8Array.from(given)))
    }),
  )
})

test('what is not written so is refused: other letters, padding, left-over bits', () => {
  for (const text of ['+A', 'AA==', '旗', 'AB', 'A']) expect(fromBase64url(text)).toBeUndefined()
})
