// Crockford's base32: no I, L, O, U, so that a code can be read out on the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export interface FriendChallenge {
  /** Seed text for `selectFriend` and `createRun`. */
  seed: string
  /** First five hex digits of the feed version the questions came from. */
  feed: string
}
export type FriendCodeError = 'length' | 'characters' | 'checksum'
export type FriendCode = { ok: true; challenge: FriendChallenge } | { ok: false; error: FriendCodeError }

/**
 * A code of twelve characters, `ABCD-EFGH-JKMN`: 30 bits of seed, 20 bits of feed version, 10 bits of checksum. `entropy`
 * is a whole number below 2^30 from the caller's random source; `feedVersion` is the manifest's (hex).
 */
export function friendCode(entropy: number, feedVersion: string): string {
  const body = base32(entropy % 2 ** 30, 6) + base32(parseInt(feedVersion.slice(0, 5), 16), 4)
  const code = body + base32(checksum(body), 2)
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** Reads a code as typed: case, spaces and dashes do not matter, and O, I, L are taken for 0 and 1. */
export function readFriendCode(text: string): FriendCode {
  const code = text
    .toUpperCase()
    .replace(/[\s\-—–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (code.length !== 12) return { ok: false, error: 'length' }
  if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(code)) return { ok: false, error: 'characters' }
  const body = code.slice(0, 10)
  if (base32(checksum(body), 2) !== code.slice(10)) return { ok: false, error: 'checksum' }
  const feed = value(code.slice(6, 10)).toString(16).padStart(5, '0')
  return { ok: true, challenge: { seed: code.slice(0, 6), feed } }
}

/** Whether both would get the same ten questions. */
export function sameFeed(challenge: FriendChallenge, feedVersion: string): boolean {
  return challenge.feed === feedVersion.slice(0, 5)
}

function base32(n: number, length: number): string {
  let out = ''
  for (let i = 0; i < length; i++) {
    out = ALPHABET[n % 32]! + out
    n = Math.floor(n / 32)
  }
  return out
}

const value = (text: string) => Array.from(text).reduce((n, c) => n * 32 + ALPHABET.indexOf(c), 0)

/** A prime modulus below 2^10 with distinct weights: one wrong character or two swapped ones never pass. */
const checksum = (body: string) =>
  Array.from(body).reduce((sum, c, i) => (sum + (i + 1) * ALPHABET.indexOf(c)) % 1021, 0)
