import fc from 'fast-check'
import { decodeUtf8 } from '@domain/text/utf8'
import { anyCharacter } from '../../any-character'

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

test('decodes any text as the platform’s own decoder does', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), text => {
      expect(decodeUtf8(buffer(new TextEncoder().encode(text)))).toBe(
        new TextDecoder().decode(new TextEncoder().encode(text)),
      )
    }),
  )
})

test('agrees with the platform’s decoder on malformed bytes too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
      expect(decodeUtf8(buffer(bytes)).replace(/\uFFFD+/g, '\uFFFD')).toBe(
        new TextDecoder().decode(bytes).replace(/\uFFFD+/g, '\uFFFD'),
      )
    }),
  )
})
