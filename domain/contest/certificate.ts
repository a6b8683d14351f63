import type { Ed25519 } from '../errata/signature'
import { fromBase64url, toBase64url } from '../text/base64url'
import { utf8Bytes, utf8Text } from '../text/utf8'
import { type Day, isDay } from '../time/day'

/** What a certificate says of one person in one contest. It is signed as it stands, so anybody can check it without asking. */
export interface Certificate {
  /** Of the contest. */
  title: string
  /** Who held it. */
  by: string
  /** Whose it is, as they let it be written. */
  name: string
  /** The contest's last day. */
  day: Day
  right: number
  questions: number
  /** Where the result lies among all, in words: 前 10%. Absent where the organiser gives none. */
  band?: string
}

/** A certificate as its code says it; whether it is signed is {@link certificateCheck}'s to say. */
export interface ReadCertificate {
  certificate: Certificate
  /** Public key (Ed25519) of whoever issued it, base64url. */
  key: string
  signed: { text: string; signature: number[]; key: number[] }
}

/** Why a code is none: no code of ours, one of a later app, or damaged. */
export type CertificateFault = 'foreign' | 'newer' | 'damaged'
export type CertificateReading = ({ ok: true } & ReadCertificate) | { ok: false; fault: CertificateFault }

/** Characters: each text of a certificate stands on a picture, and all together in one QR code. */
export const CERTIFICATE_LIMITS = { title: 40, by: 40, name: 20, band: 20 } as const
/** More than any code has; a pasted book is not taken apart. */
const LONGEST = 2_000
const MOST_QUESTIONS = 999

const VERSION = 'DS1'
/** What is signed says what it is, so that a signature under anything else is none under this. */
const WHAT = 'e-dangshi certificate 1'
/** Bytes (RFC 8032). */
const SIGNATURE = 64
const KEY = 32
/** Order of the curve's group, least byte first: ℓ = 2^252 + 27742317777372353535851937790883648493. */
const ORDER = [
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0x10,
]

/**
 * The points of order 1, 2, 4 and 8, without the sign of x, also as a number that is not reduced; libsodium refuses the same
 * (ge25519_has_small_order).
 */
const SMALL = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ...['ec', 'ed', 'ee'].map(first => `${first}${'ff'.repeat(30)}7f`),
]

function isSmall(point: readonly number[]): boolean {
  const hex = point.map((byte, i) => (i === KEY - 1 ? byte & 0x7f : byte).toString(16).padStart(2, '0')).join('')
  return SMALL.indexOf(hex) >= 0
}

const fields = ({ title, by, name, day, right, questions, band = '' }: Certificate): string[] => [
  title,
  by,
  name,
  day,
  `${right}`,
  `${questions}`,
  band,
]

/** @throws Error when a text is empty, too long or of several lines, a number is none, or the day is no day */
function checked(certificate: Certificate): Certificate {
  const { title, by, name, day, right, questions, band } = certificate
  const texts: [keyof typeof CERTIFICATE_LIMITS, string | undefined][] = [
    ['title', title],
    ['by', by],
    ['name', name],
    ['band', band],
  ]
  for (const [field, text] of texts) {
    if (text === undefined) continue
    const long = Array.from(text).length > CERTIFICATE_LIMITS[field]
    if (text.trim() === '' || long || hasControl(text)) throw new Error(`证书的 ${field} 写不进去：${text}`)
  }
  if (!isDay(day)) throw new Error(`证书的日子不对：${day}`)
  const whole = Number.isInteger(right) && Number.isInteger(questions)
  if (!whole || right < 0 || questions < right || questions < 1 || questions > MOST_QUESTIONS) {
    throw new Error(`证书的题数不对：${right} / ${questions}`)
  }
  return certificate
}

const hasControl = (text: string): boolean => Array.from(text).some(it => it < ' ' || it === '\u007f')

/**
 * The words that the issuer signs (UTF-8, Ed25519): what they are, then a line a field.
 * @throws Error when something does not fit
 */
export function signedText(certificate: Certificate): string {
  return [WHAT, ...fields(checked(certificate))].join('\n')
}

/**
 * The code that is passed on: version, fields, public key and signature, each base64url.
 * @param key 32 bytes @param signature of {@link signedText}, 64 bytes
 * @throws Error when something does not fit
 */
export function encodeCertificate(
  certificate: Certificate,
  key: readonly number[],
  signature: readonly number[],
): string {
  if (key.length !== KEY || signature.length !== SIGNATURE) throw new Error('not an Ed25519 key and signature')
  const text = fields(checked(certificate)).join('\n')
  return [VERSION, toBase64url(utf8Bytes(text)), toBase64url(key), toBase64url(signature)].join('.')
}

/** Takes a code apart, however it was broken into lines on its way. One that is not written as we write it is none. */
export function readCertificate(given: string): CertificateReading {
  const code = given.slice(0, LONGEST).replace(/\s/g, '')
  const [version = '', ...parts] = code.split('.')
  if (!/^DS\d+$/.test(version)) return { ok: false, fault: 'foreign' }
  if (version !== VERSION) return { ok: false, fault: 'newer' }
  const [body, key, signature] = parts.map(fromBase64url)
  const text = body && utf8Text(body)
  const damaged = { ok: false, fault: 'damaged' } as const
  if (parts.length !== 3 || !text || key?.length !== KEY || signature?.length !== SIGNATURE) return damaged
  const [title = '', by = '', name = '', day = '', right = '', questions = '', band = ''] = text.split('\n')
  const certificate: Certificate = {
    title,
    by,
    name,
    day,
    right: Number(right),
    questions: Number(questions),
    ...(band && { band }),
  }
  try {
    if (encodeCertificate(certificate, key, signature) !== code) return damaged
    return { ok: true, certificate, key: parts[1]!, signed: { text: signedText(certificate), signature, key } }
  } catch {
    return damaged
  }
}

/**
 * Tells, with that library, whether the holder of the key in the code has signed what it says. Up to a tenth of a second.
 * The library takes a second form of every signature; RFC 8032 (5.1.7) does not, and neither do we: a code that was changed
 * anywhere is not the one that was issued. Nor do we take keys of small order, under which one signature is of every text.
 */
export const certificateCheck =
  (ed25519: Ed25519) =>
  ({ signed: { text, signature, key } }: ReadCertificate): boolean => {
    if (!isReduced(signature.slice(KEY)) || isSmall(key) || isSmall(signature.slice(0, KEY))) return false
    return ed25519(Uint8Array.from(utf8Bytes(text)), Uint8Array.from(signature), Uint8Array.from(key))
  }

/** Whether the number, least byte first, is below the order of the group. */
function isReduced(scalar: readonly number[]): boolean {
  for (let i = ORDER.length - 1; i >= 0; i--) {
    if (scalar[i] !== ORDER[i]) return scalar[i]! < ORDER[i]!
  }
  return false
}
