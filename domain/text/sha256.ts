import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { utf8Bytes } from './utf8'

/** Sha-256 of a text's UTF-8 bytes in hex; runs where there is no TextEncoder. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(Uint8Array.from(utf8Bytes(text))))
}
