import type { Verify } from '@domain/errata/file'
import { signatureCheck } from '@domain/errata/signature'

/** A file of its own: most visits need none. */
export async function signatures(): Promise<Verify> {
  const { default: nacl } = await import(/* webpackChunkName: "signature" */ 'tweetnacl/nacl.min.js')
  return signatureCheck(nacl.sign.detached.verify)
}

export function setVerifier(): void {
  // The bundler knows where the file is.
}
