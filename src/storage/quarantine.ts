import type { KeyValue } from './key-value'
import { hasShape } from './shape'

/** A record that could not be read is kept under a key of its own; the member is told, nothing is thrown away. */
export interface Quarantined {
  key: string
  at: number
}

const PREFIX = 'aside/'

/** Keys that the member log or the notes read and check themselves, keeping what is whole, or that are nobody's records. */
const ELSEWHERE = /^(items|days|cards|log|aside|notes)\/|^(totals|meta)$/

/** Looks through everything that other stores keep, and tells what is not what its key promises. */
export async function checkRest(kv: KeyValue, onCorrupt: (key: string, raw: unknown) => void): Promise<void> {
  const names = (await kv.keys('')).filter(name => !ELSEWHERE.test(name))
  for (const [key, value] of await kv.read(names)) if (!hasShape(key, value)) onCorrupt(key, JSON.stringify(value))
}

/** Moves what cannot be read out of the way, so that studying goes on. */
export async function quarantine(kv: KeyValue, key: string, raw: unknown, at: number): Promise<Quarantined> {
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        [key, undefined],
        [`${PREFIX}${at}/${key}`, String(raw)],
      ]),
  )
  return { key, at }
}

/** What is in quarantine, oldest first. */
export async function listQuarantined(kv: KeyValue): Promise<Quarantined[]> {
  return (await kv.keys(PREFIX)).map(name => {
    const [, at = '0', ...key] = name.split('/')
    return { at: Number(at), key: key.join('/') }
  })
}
