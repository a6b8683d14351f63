/** `nacl.secretbox` of tweetnacl (XSalsa20-Poly1305). */
export interface SecretBox {
  (message: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array
  open(box: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | null
}

export const NONCE_BYTES = 24
/** What sealing adds: the version, the nonce and the code that tells damage. */
export const SEAL_BYTES = 1 + NONCE_BYTES + 16
/** First byte of a parcel, so that it can be made otherwise one day. */
const VERSION = 1

/** Seals `content` for the service's hands. @param nonce {@link NONCE_BYTES} random bytes, of no other parcel */
export function seal(content: Uint8Array, key: Uint8Array, nonce: Uint8Array, box: SecretBox): Uint8Array {
  const sealed = box(content, nonce, key)
  const out = new Uint8Array(1 + NONCE_BYTES + sealed.length)
  out[0] = VERSION
  out.set(nonce, 1)
  out.set(sealed, 1 + NONCE_BYTES)
  return out
}

/** What was sealed; undefined when it is damaged, of another key or of a newer app. */
export function unseal(parcel: Uint8Array, key: Uint8Array, box: SecretBox): Uint8Array | undefined {
  if (parcel.length < 1 + NONCE_BYTES || parcel[0] !== VERSION) return undefined
  // Copies: the library reads from the start of the memory beneath.
  const nonce = parcel.slice(1, 1 + NONCE_BYTES)
  return box.open(parcel.slice(1 + NONCE_BYTES), nonce, key) ?? undefined
}
