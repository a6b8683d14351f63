import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import nacl from 'tweetnacl'
import {
  type Certificate,
  certificateCheck,
  encodeCertificate,
  readCertificate,
  signedText,
} from '@domain/contest/certificate'
import { fromBase64url, toBase64url } from '@domain/text/base64url'

const CERTIFICATE: Certificate = {
  title: '纪念建党一百零五周年党史知识竞赛',
  by: '示例区委组织部',
  name: '陈一',
  day: '2026-11-28',
  right: 18,
  questions: 20,
  band: '前 10%',
}
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY = fromBase64url(publicKey.export({ format: 'jwk' }).x!)!
const issue = (it: Certificate) => encodeCertificate(it, KEY, [...sign(null, Buffer.from(signedText(it)), privateKey)])
const check = certificateCheck(nacl.sign.detached.verify)
const CODE = issue(CERTIFICATE)

/** What the verify page says of a code. */
function verdict(code: string, by = check): string {
  const read = readCertificate(code)
  return read.ok ? (by(read) ? 'signed' : 'forged') : read.fault
}

/** Of Node, a hundred times as quick. */
const quick = certificateCheck((message, signature, key) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url([...key]) }
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)
})
/** Every so many characters the app's own library is asked as well. */
const STRIDE = 11

test('what the issuer signed with another library is read back whole, and found signed', () => {
  const read = readCertificate(CODE)
  expect(read).toMatchObject({ ok: true, certificate: CERTIFICATE, key: toBase64url(KEY) })
  expect(verdict(CODE)).toBe('signed')
})

test('a certificate without a band is one without a band', () => {
  const { band: _, ...plain } = CERTIFICATE
  const read = readCertificate(issue(plain))
  expect(read.ok && read.certificate).toEqual(plain)
})

test('a code is the same however a chat has broken it into lines', () => {
  expect(verdict(` ${CODE.replace(/.{40}/g, '$&\n')}\r\n`)).toBe('signed')
})

test('whatever single character is changed, the code is refused', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  const taken: string[] = []
  for (let i = 0; i < CODE.length; i++) {
    // Two for each place: the neighbour, which differs in the last bits, and one far away.
    for (const step of [1, 29]) {
      const at = alphabet.indexOf(CODE[i]!)
      const changed = CODE.slice(0, i) + alphabet[(at + step) % alphabet.length]! + CODE.slice(i + 1)
      if (verdict(changed, i % STRIDE === 0 ? check : quick) === 'signed') taken.push(`${i}: ${changed}`)
    }
  }
  expect(taken).toEqual([])
})

test('a character left out, added or swapped is refused', () => {
  for (const changed of [
    CODE.slice(0, -1),
    `${CODE}A`,
    `${CODE}.`,
    `${CODE}=`,
    CODE.slice(1),
    CODE.split('.').reverse().join('.'),
  ]) {
    expect(verdict(changed)).not.toBe('signed')
  }
})

test('the second form of a signature, which the library takes, is refused', () => {
  const read = readCertificate(CODE)
  if (!read.ok) throw new Error('unread')
  const order = (1n << 252n) + 27742317777372353535851937790883648493n
  const { signature, key, text } = read.signed
  const scalar = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order
  const second = [
    ...signature.slice(0, 32),
    ...Array.from({ length: 32 }, (_, i) => Number((scalar >> BigInt(8 * i)) & 255n)),
  ]
  const bytes = Buffer.from(text)
  expect(nacl.sign.detached.verify(bytes, Uint8Array.from(second), Uint8Array.from(key))).toBe(true)
  expect(verify(null, bytes, publicKey, Buffer.from(second))).toBe(false)
  expect(verdict(encodeCertificate(CERTIFICATE, key, second))).toBe('forged')
})

test('a key under which one signature is of every text is no issuer', () => {
  const points = [
    '01'.padEnd(64, '0'),
    `ec${'ff'.repeat(30)}7f`,
    '00'.repeat(32),
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ].map(hex => [...Buffer.from(hex, 'hex')])
  const nothing = [...points[0]!, ...Array.from({ length: 32 }, () => 0)]
  for (const key of points) {
    let taken = false
    for (let right = 0; right < 20 && !taken; right++) {
      const certificate = { ...CERTIFICATE, right }
      const bytes = Uint8Array.from(Buffer.from(signedText(certificate)))
      taken = nacl.sign.detached.verify(bytes, Uint8Array.from(nothing), Uint8Array.from(key))
      expect(verdict(encodeCertificate(certificate, key, nothing))).toBe('forged')
    }
    // The library takes it of some texts, or of all: it is such a key.
    expect(taken).toBe(true)
  }
})

test('who signs the same words with another key is another issuer', () => {
  const other = generateKeyPairSync('ed25519')
  const key = fromBase64url(other.publicKey.export({ format: 'jwk' }).x!)!
  const code = encodeCertificate(CERTIFICATE, key, [
    ...sign(null, Buffer.from(signedText(CERTIFICATE)), other.privateKey),
  ])
  expect(verdict(code)).toBe('signed')
  expect(readCertificate(code)).toMatchObject({ key: toBase64url(key) })
  expect(code).not.toContain(toBase64url(KEY))
})

test('another text, a later version and a book are told apart', () => {
  expect(verdict('')).toBe('foreign')
  expect(verdict('https://example.org/?a=1')).toBe('foreign')
  expect(verdict(CODE.replace('DS1', 'DS2'))).toBe('newer')
  expect(verdict('DS1.'.padEnd(1_000_000, '.'))).toBe('damaged')
})

test('what cannot stand on a certificate is not signed', () => {
  const wrong: Partial<Certificate>[] = [
    { name: '' },
    { name: ' ' },
    { name: '陈一\n20' },
    { title: '题'.repeat(41) },
    { day: '2026-02-30' },
    { right: 21 },
    { right: -1 },
    { right: 1.5 },
    { questions: 0, right: 0 },
    { band: '\u0007' },
  ]
  for (const part of wrong) expect(() => signedText({ ...CERTIFICATE, ...part })).toThrow('证书')
})

test('the longest certificate still fits a QR code that a phone reads from a picture', () => {
  const longest = issue({
    title: '题'.repeat(40),
    by: '区'.repeat(40),
    name: '名'.repeat(20),
    day: '2026-11-28',
    right: 999,
    questions: 999,
    band: '段'.repeat(20),
  })
  // Version 25 at level M holds 997 bytes.
  expect(longest.length).toBeLessThan(700)
  expect(CODE.length).toBeLessThan(330)
})
