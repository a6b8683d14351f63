import { sha256Hex } from '../text/sha256'
import { canonical, errataFaults } from './check'
import type { Errata } from './errata'

/** Largest file that a phone takes, in characters: it is read at every launch. */
const MOST_CHARACTERS = 200_000

/** The file cannot be used; the message says why, for members. Nothing has been changed. */
export class ErrataError extends Error {
  override name = 'ErrataError'
}

/** The file for the host: the corrections and the sha-256 of exactly these. The hash finds damage, not malice: that is the host's HTTPS. */
export function sealErrata(errata: Errata): string {
  const content = canonical(errata)
  return `${JSON.stringify({ schema: 1, sha256: hashOf(content), ...content }, null, 2)}\n`
}

/**
 * Reads `errata.json`.
 * @throws ErrataError when it is too large, not JSON, of another schema, changed on the way, or not a list of corrections
 */
export function openErrata(text: string): Errata {
  if (text.length > MOST_CHARACTERS) throw new ErrataError('更正文件太大')
  let file: { schema?: unknown; sha256?: unknown } & Errata
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
  return content
}

/**
 * Reads a file that has come while `applied` is in force.
 * @returns undefined when it is not newer: an old copy on a slow mirror takes nothing back
 * @throws ErrataError as {@link openErrata}
 */
export function newerErrata(text: string, applied: Errata | undefined): Errata | undefined {
  const errata = openErrata(text)
  return errata.number > (applied?.number ?? 0) ? errata : undefined
}

function hashOf(content: Errata): string {
  return sha256Hex(JSON.stringify(content))
}
