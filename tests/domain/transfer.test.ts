import fc from 'fast-check'
import nacl from 'tweetnacl/nacl.min.js'
import {
  CODE_RANDOM,
  inGroups,
  parcelId,
  parcelKey,
  readTransferCode,
  scannedText,
  transferCode,
} from '@domain/transfer/code'
import { CODE_SIGNS } from '@domain/text/typed-code'
import { NONCE_BYTES, seal, SEAL_BYTES, unseal } from '@domain/transfer/seal'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const codes = bytes(CODE_RANDOM).map(transferCode)

test('one wrong sign, or two signs that changed places, is told whatever the code', () => {
  const place = fc.nat(CODE_RANDOM)
  const refused = (signs: string[]) => expect(readTransferCode(signs.join(''))).toMatchObject({ ok: false })
  fc.assert(
    fc.property(codes, place, fc.constantFrom(...CODE_SIGNS), (code, at, sign) => {
      fc.pre(code[at] !== sign)
      refused([...code].with(at, sign))
    }),
    { numRuns: 1000 },
  )
  fc.assert(
    fc.property(codes, place, place, (code, a, b) => {
      fc.pre(code[a] !== code[b])
      refused([...code].with(a, code[b]!).with(b, code[a]!))
    }),
    { numRuns: 1000 },
  )
})

test('a code is read as it was made: scanned, from an address, typed in groups, in small letters, with look-alikes', () => {
  fc.assert(
    fc.property(codes, code => {
      const typed = inGroups(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/v/g, 'u')
      const address = `https://example.org/app/#/subpackages/account/phone/index?code=${code}`
      for (const text of [code, scannedText(code), address, `${address}&x=1`, typed, ` ${inGroups(code)}\n`]) {
        expect(readTransferCode(text)).toEqual({ ok: true, code })
      }
    }),
    { numRuns: 50 },
  )
})

test('another code is told from one that is none', () => {
  expect(readTransferCode('https://example.org/other')).toEqual({ ok: false, why: '这不是换手机的二维码' })
  expect(readTransferCode('7K3M 9QXT')).toEqual({ ok: false, why: '字码是 20 个字母和数字，请再看一遍' })
})

test('what was sealed opens with its code alone, and not when one bit of it has changed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      codes,
      codes,
      bytes(NONCE_BYTES),
      fc.nat(),
      (content, code, other, nonce, at) => {
        const sealed = seal(content, parcelKey(code), nonce, nacl.secretbox)
        expect(sealed.length).toBe(content.length + SEAL_BYTES)
        expect(unseal(sealed, parcelKey(code), nacl.secretbox)).toEqual(content)
        if (other !== code) expect(unseal(sealed, parcelKey(other), nacl.secretbox)).toBeUndefined()
        const broken = sealed.slice()
        broken[at % broken.length]! ^= 1
        expect(unseal(broken, parcelKey(code), nacl.secretbox)).toBeUndefined()
        expect(unseal(sealed.slice(0, at % sealed.length), parcelKey(code), nacl.secretbox)).toBeUndefined()
      },
    ),
    { numRuns: 50 },
  )
})

test('the number that the service learns says nothing of the key', () => {
  const code = transferCode(new Uint8Array(CODE_RANDOM))
  expect(parcelId(code)).toMatch(/^[\da-f]{32}$/)
  expect(Buffer.from(parcelKey(code)).toString('hex')).not.toContain(parcelId(code))
  expect(parcelId(code)).not.toContain(code.toLowerCase())
})
