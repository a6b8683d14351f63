import { create } from 'zustand'
import type { PairAnswer } from '@domain/quiz/which-first'
import type { Day } from '@domain/time/day'
import { joinErasure } from '@/storage/erasure'
import { memberKeyValue } from '@/storage/records'

const KEY = 'which-first'
/** Days that are remembered, the latest. */
const KEPT = 120

type Days = Record<Day, PairAnswer[]>

interface WhichFirstStore {
  /** Undefined until read. */
  days?: Days
  load(): Promise<void>
  /** Adds the answer to the next pair of a day. One that came twice, by two taps or two windows, counts once. */
  answer(day: Day, at: number, answer: PairAnswer): Promise<void>
}

/** What was answered in 哪件在先, day by day. Only on this phone; it is in no count of studying. */
export const useWhichFirst = create<WhichFirstStore>(set => ({
  load: async () => {
    const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
    set({ days: (stored as Days | undefined) ?? {} })
  },
  answer: async (day, at, answer) => {
    await (
      await memberKeyValue()
    ).update([KEY], values => {
      const stored = (values.get(KEY) as Days | undefined) ?? {}
      const known = stored[day] ?? []
      if (known.length !== at) {
        set({ days: stored })
        return new Map()
      }
      const all = { ...stored, [day]: [...known, answer] }
      const latest = Object.keys(all).sort().slice(-KEPT)
      const days = Object.fromEntries(latest.map(it => [it, all[it]!]))
      set({ days })
      return new Map([[KEY, days]])
    })
  },
}))
joinErasure(useWhichFirst, { reread: () => useWhichFirst.getState().load() })
