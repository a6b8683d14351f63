import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Hex digits that two people read to each other. */
const DIGITS = 16

/** The first digits of a key's SHA-256, in fours, as the service shows them. */
export function fingerprint(key: readonly number[]): string {
  return bytesToHex(sha256(Uint8Array.from(key)))
    .slice(0, DIGITS)
    .match(/.{4}/g)!
    .join(' ')
}
