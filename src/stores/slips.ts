import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import { type Collected, slipKey, slipMonth } from '@domain/branch/collect'
import type { Slip } from '@domain/branch/slip'
import { weekStart } from '@domain/time/day'
import { randomBytes } from '@/platform/phone/phone'
import { SlipBook } from '@/storage/slip-book'
import { today } from '@/platform/phone/clock'
import { memberKeyValue } from '@/storage/records'

/** Who the member says they are on a slip. */
export interface Who {
  name: string
  branch: string
  /** Chosen once by this phone: tells two members of one name apart. */
  tag: number
}

const WHO = 'slip/who'

interface SlipStore {
  who?: Who
  /** What a secretary has collected; undefined until read. */
  slips?: Slip[]
  load(): Promise<void>
  saveWho(who: Partial<Pick<Who, 'name' | 'branch'>>): Promise<void>
  /** @throws StorageFullError; nothing is taken then */
  take(slip: Slip, expected: { week: string; branch?: string }): Promise<Collected>
  remove(slip: Slip): Promise<void>
}

const book = async () => new SlipBook(await memberKeyValue())

/** Study slips: the member's own identity on them, and the ones a secretary has collected. All on this phone. */
export const useSlips = create<SlipStore>((set, get) => ({
  load: async () => {
    if (get().slips) return
    const stored = await (await memberKeyValue()).read([WHO])
    const [a = 0, b = 0] = await randomBytes(2)
    const who = (stored.get(WHO) as Who | undefined) ?? { name: '', branch: '', tag: a * 256 + b }
    set({ who, slips: await (await book()).all() })
  },
  saveWho: async change => {
    // Shown at once: a field that waits for the storage swallows what is typed meanwhile.
    set(({ who }) => ({ who: { ...who!, ...change } }))
    await (await memberKeyValue()).update([], () => new Map([[WHO, get().who]]))
  },
  take: async (slip, expected) => {
    const outcome = await (await book()).take(slip, expected)
    const month = slipMonth(slip.week)
    set(({ slips = [] }) => ({ slips: [...slips.filter(it => slipMonth(it.week) !== month), ...outcome.slips] }))
    return outcome
  },
  remove: async slip => {
    await (await book()).remove(slip)
    set(({ slips = [] }) => ({ slips: slips.filter(it => slipKey(it) !== slipKey(slip)) }))
  },
}))
joinErasure(useSlips, {
  reread: () => {
    useSlips.setState({ who: undefined, slips: undefined })
    return useSlips.getState().load()
  },
})

/** Monday of the week that is running. */
export function thisWeek(): string {
  return weekStart(today())
}
