import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import { hasShape } from '@/storage/shape'
import { now } from '@/platform/phone/clock'
import { memberKeyValue } from '@/storage/records'

interface KeptEntries<Entry> {
  entries: Record<string, Entry | undefined>
  /** Whether what is kept has been read; a phone that gives nothing back counts as read. */
  loaded: boolean
  /**
   * Without an entry, forgets the one there is. Shown at once; resolves when it is written, for the page may go away right after,
   * and says whether it was: it never rejects.
   */
  keep(id: string, entry: Entry | undefined): Promise<boolean>
  /** Reads what is kept and has not ended. */
  load(): Promise<void>
}

/**
 * What stays on this phone until it ends, for the app may be closed or show another page in between, and never goes into an exported
 * file: codes that the service tells once, drafts that are not sent yet. `key` is where they are kept, `endOf` says until when one
 * is, milliseconds; of more than `most` those that end last stay. One that another window of the app keeps is not written over.
 */
export function keptEntries<Entry>(key: string, endOf: (entry: Entry) => number, most = Infinity) {
  type Entries = Record<string, Entry>
  const lasting = (entries: KeptEntries<Entry>['entries']): Entries =>
    Object.fromEntries(
      Object.entries(entries)
        .filter((it): it is [string, Entry] => !!it[1] && endOf(it[1]) > now())
        .sort(([, a], [, b]) => endOf(b) - endOf(a))
        .slice(0, most),
    )
  const read = async (): Promise<Entries> => {
    const kept = (await (await memberKeyValue()).read([key])).get(key)
    return kept !== undefined && hasShape(key, kept) ? lasting(kept as Entries) : {}
  }
  const store = create<KeptEntries<Entry>>(set => ({
    entries: {},
    loaded: false,
    keep: async (id, entry) => {
      set(state => ({ entries: { ...state.entries, [id]: entry } }))
      try {
        const kv = await memberKeyValue()
        await kv.update([key], kept => {
          const entries = lasting({ ...(kept.get(key) as Entries | undefined), [id]: entry })
          return new Map([[key, Object.keys(entries).length > 0 ? entries : undefined]])
        })
        return true
      } catch (error) {
        // A phone that keeps nothing still shows it.
        console.warn('an entry is not kept', error)
        return false
      }
    },
    load: async () => {
      const kept = await read().catch(() => ({}))
      set(state => ({ loaded: true, entries: { ...kept, ...state.entries } }))
    },
  }))
  joinErasure(store)
  return store
}
