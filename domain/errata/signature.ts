import { fromBase64url } from '../text/base64url'
import { utf8Bytes } from '../text/utf8'
import { canonical } from './check'
import type { Errata } from './errata'
import type { Verify } from './file'

/** What is signed says what it is, so that a signature under anything else is none under this. */
const WHAT = 'e-dangshi errata 1\n'
/** Bytes of a signature and of a public key (Ed25519, RFC 8032). */
const SIGNATURE = 64
const KEY = 32

/** `nacl.sign.detached.verify` of tweetnacl: throws when a length is wrong. */
export type Ed25519 = (message: Uint8Array, signature: Uint8Array, key: Uint8Array) => boolean

/** The bytes that the operator signs: the corrections as they are kept, whatever the spaces in the file. */
export function signedBytes(errata: Errata): Uint8Array {
  return Uint8Array.from(utf8Bytes(WHAT + JSON.stringify(canonical(errata))))
}

/** Tells, with that library, whether the holder of the key has signed; both are base64url. Up to a tenth of a second. */
export const signatureCheck =
  (ed25519: Ed25519): Verify =>
  (errata, signature, key) => {
    const [mark, owner] = [fromBase64url(signature), fromBase64url(key)]
    if (mark?.length !== SIGNATURE || owner?.length !== KEY) return false
    return ed25519(signedBytes(errata), Uint8Array.from(mark), Uint8Array.from(owner))
  }
