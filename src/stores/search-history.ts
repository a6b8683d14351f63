import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import { memberKeyValue } from '@/storage/records'

const KEY = 'searches'
const KEPT = 20

interface SearchHistory {
  /** Queries that led somewhere, the latest first. */
  queries: string[]
  load(): Promise<void>
  keep(query: string): Promise<void>
  forget(query: string): Promise<void>
  clear(): Promise<void>
}

/** What was searched for, on this phone only; it goes with the other records when these are erased. */
export const useSearchHistory = create<SearchHistory>(set => {
  const change = async (how: (queries: string[]) => string[]) => {
    const kv = await memberKeyValue()
    let queries: string[] = []
    await kv.update([KEY], values => {
      queries = how(trusted(values.get(KEY)))
      return new Map([[KEY, queries.length ? queries : undefined]])
    })
    set({ queries })
  }
  return {
    queries: [],
    load: async () => set({ queries: trusted((await (await memberKeyValue()).read([KEY])).get(KEY)) }),
    keep: query => change(queries => [query, ...queries.filter(it => it !== query)].slice(0, KEPT)),
    forget: query => change(queries => queries.filter(it => it !== query)),
    clear: () => change(() => []),
  }
})
joinErasure(useSearchHistory, { reread: () => useSearchHistory.getState().load() })

function trusted(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : []
}
