import { MEDIA_HASH_DIGITS } from '@domain/catalog/types'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Bytes hashed in one go; between two the page can answer. */
const STRIDE = 256 * 1024

/** Whether the bytes are those of `expected`: as many, and with a sha-256 that begins as written ({@link MEDIA_HASH_DIGITS}). */
export async function agrees(bytes: Uint8Array, expected: { bytes: number; sha256: string }): Promise<boolean> {
  if (bytes.length !== expected.bytes) return false
  const hash = sha256.create()
  for (let at = 0; at < bytes.length; at += STRIDE) {
    hash.update(bytes.subarray(at, at + STRIDE))
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  return bytesToHex(hash.digest()).slice(0, MEDIA_HASH_DIGITS) === expected.sha256
}
