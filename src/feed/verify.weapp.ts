import type nacl from 'tweetnacl'
import type { Verify } from '@domain/errata/file'
import { signatureCheck } from '@domain/errata/signature'

let verifier: () => Promise<unknown> = () => Promise.reject(new Error('no verifier'))

export function setVerifier(load: () => Promise<unknown>): void {
  verifier = load
}

export async function signatures(): Promise<Verify> {
  return signatureCheck(((await verifier()) as typeof nacl).sign.detached.verify)
}
