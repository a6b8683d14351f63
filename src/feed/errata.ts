import Taro from '@tarojs/taro'
import type { Errata } from '@domain/errata/errata'
import { newerErrata, openErrata } from '@domain/errata/file'
import { fetchErrata } from './errata-file'
import { signatures } from './verify'

/** Synchronous storage: the corrections must stand before the first list is read. Apart from study records, which can be erased and moved. */
const KEY = 'errata'
/** The operator's key under which they were taken. */
const SIGNER = 'errata-key'

let applied: Errata | undefined

/** The corrections in force, applied to whatever ./feed reads. */
export function currentErrata(): Errata | undefined {
  return applied
}

/** Takes the corrections that this phone kept; a damaged copy counts as none and is fetched again. */
export function keptErrata(): Errata | undefined {
  const kept: unknown = Taro.getStorageSync(KEY)
  try {
    applied = typeof kept === 'string' && kept !== '' ? openErrata(kept) : undefined
  } catch {
    applied = undefined
  }
  return applied
}

/**
 * Drops the corrections that this phone kept when they were taken under another key than this version's, or it has none.
 * @returns whether any were in force
 */
export function dropForeignErrata(key: string): boolean {
  if (!applied || (key !== '' && Taro.getStorageSync(SIGNER) === key)) return false
  applied = undefined
  for (const name of [KEY, SIGNER]) Taro.removeStorageSync(name)
  return true
}

/**
 * Asks the host for newer corrections, puts them in force and keeps them.
 * @param key the operator's public key, not empty: without one nothing from outside is read
 * @returns undefined when there are none, or no host, or no network: the feed stays as it was
 * @throws ErrataError when the file came and cannot be used; the feed stays as it was
 */
export async function freshErrata(key: string): Promise<Errata | undefined> {
  const text = await fetchErrata().catch(() => undefined)
  const verify = text === undefined ? undefined : await signatures().catch(() => undefined)
  const errata = text !== undefined && verify ? newerErrata(text, applied, key, verify) : undefined
  if (!errata || text === undefined) return undefined
  applied = errata
  try {
    Taro.setStorageSync(KEY, text)
    Taro.setStorageSync(SIGNER, key)
  } catch {
    // No room: in force for this session, and asked for again in the next.
  }
  return errata
}
