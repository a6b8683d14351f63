import Taro from '@tarojs/taro'
import type { Errata } from '@domain/errata/errata'
import { newerErrata, openErrata } from '@domain/errata/file'
import { fetchErrata } from './errata-file'

/** Synchronous storage: the corrections must stand before the first list is read. Apart from study records, which can be erased and moved. */
const KEY = 'errata'

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
 * Asks the host for newer corrections, puts them in force and keeps them.
 * @returns undefined when there are none, or no host, or no network: the feed stays as it was
 * @throws ErrataError when the file came and cannot be used; the feed stays as it was
 */
export async function freshErrata(): Promise<Errata | undefined> {
  const text = await fetchErrata().catch(() => undefined)
  const errata = text === undefined ? undefined : newerErrata(text, applied)
  if (!errata || text === undefined) return undefined
  applied = errata
  try {
    Taro.setStorageSync(KEY, text)
  } catch {
    // No room: in force for this session, and asked for again in the next.
  }
  return errata
}
