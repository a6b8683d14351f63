import { sha256Hex } from '../text/sha256'
import { canonical, errataFaults } from './check'
import type { Errata } from './errata'

/** Largest file that a phone takes, in characters: it is read at every launch. */
const MOST_CHARACTERS = 200_000

/** The file cannot be used; the message says why, for members. Nothing has been changed. */
export class ErrataError extends Error {
  override name = 'ErrataError'
}

/** What tells whether the holder of a key has signed: `signatureCheck` of ./signature.ts, whose library is large and seldom needed. */
export type Verify = (errata: Errata, signature: string, key: string) => boolean

/**
 * The file for the host: the corrections and the sha-256 of exactly these, which finds damage; and the operator's signature,
 * without which no phone takes it.
 */
export function sealErrata(errata: Errata, signature?: string): string {
  const content = canonical(errata)
  const file = { schema: 1, sha256: hashOf(content), ...(signature === undefined ? {} : { signature }), ...content }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads `errata.json`; the signature is left alone.
 * @throws ErrataError when it is too large, not JSON, of another schema, changed on the way, or not a list of corrections
 */
export function openErrata(text: string): Errata {
  return open(text).errata
}

/**
 * Reads a file that has come while `applied` is in force.
 * @param key the operator's public key
 * @returns undefined when it is not newer: an old copy on a slow mirror takes nothing back
 * @throws ErrataError as {@link openErrata}, and when the operator has not signed it
 */
export function newerErrata(
  text: string,
  applied: Errata | undefined,
  key: string,
  verify: Verify,
): Errata | undefined {
  const { errata, signature } = open(text)
  if (errata.number <= (applied?.number ?? 0)) return undefined
  if (typeof signature !== 'string') throw new ErrataError('更正文件没有签名')
  if (!verify(errata, signature, key)) throw new ErrataError('更正文件的签名不是本单位的')
  return errata
}

function open(text: string): { errata: Errata; signature?: unknown } {
  if (text.length > MOST_CHARACTERS) throw new ErrataError('更正文件太大')
  let file: { schema?: unknown; sha256?: unknown; signature?: unknown } & Errata
  try {
    file = JSON.parse(text) as typeof file
  } catch {
    throw new ErrataError('更正文件不完整，读不出来')
  }
  if (file?.schema !== 1) throw new ErrataError('更正文件的格式不认识，可能要先更新应用')
  const faults = errataFaults(file)
  if (faults[0]) throw new ErrataError(`更正文件写得不对（${faults[0].path}：${faults[0].message}）`)
  const content = canonical(file)
  if (hashOf(content) !== file.sha256) throw new ErrataError('更正文件与它的校验码不符，可能在路上改变了')
  return { errata: content, signature: file.signature }
}

function hashOf(content: Errata): string {
  return sha256Hex(JSON.stringify(content))
}
