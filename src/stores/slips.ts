import { create } from 'zustand'
import { collect, type Collected } from '@domain/branch/collect'
import type { Slip } from '@domain/branch/slip'
import { weekStart } from '@domain/time/day'
import { randomBytes } from '@/services/phone'
import { today } from '@/services/stamper'
import { memberKeyValue } from './member'

/** Who the member says they are on a slip. */
export interface Who {
  name: string
  branch: string
  /** Chosen once by this phone: tells two members of one name apart. */
  tag: number
}

const WHO = 'slip/who'
const SLIPS = 'slips'
/** Weeks that a secretary keeps: a year and a bit. */
const KEPT_WEEKS = 60

interface SlipStore {
  who?: Who
  /** What a secretary has collected; undefined until read. */
  slips?: Slip[]
  load(): Promise<void>
  saveWho(who: Partial<Pick<Who, 'name' | 'branch'>>): Promise<void>
  take(slip: Slip, expected: { week: string; branch?: string }): Promise<Collected>
  remove(slip: Slip): Promise<void>
}

/** Study slips: the member's own identity on them, and the ones a secretary has collected. All on this phone. */
export const useSlips = create<SlipStore>((set, get) => ({
  load: async () => {
    if (get().slips) return
    const kv = await memberKeyValue()
    const stored = await kv.read([WHO, SLIPS])
    const [a = 0, b = 0] = await randomBytes(2)
    const who = (stored.get(WHO) as Who | undefined) ?? { name: '', branch: '', tag: a * 256 + b }
    set({ who, slips: (stored.get(SLIPS) as Slip[] | undefined) ?? [] })
  },
  saveWho: async change => {
    const who = { ...get().who!, ...change }
    await (await memberKeyValue()).update([], () => new Map([[WHO, who]]))
    set({ who })
  },
  take: async (slip, expected) => {
    const kv = await memberKeyValue()
    let outcome!: Collected
    await kv.update([SLIPS], values => {
      outcome = collect((values.get(SLIPS) as Slip[] | undefined) ?? [], slip, expected)
      return new Map([[SLIPS, recent(outcome.slips)]])
    })
    set({ slips: recent(outcome.slips) })
    return outcome
  },
  remove: async slip => {
    const kv = await memberKeyValue()
    const same = (it: Slip) => it.week === slip.week && it.name === slip.name && it.tag === slip.tag
    let left: Slip[] = []
    await kv.update([SLIPS], values => {
      left = ((values.get(SLIPS) as Slip[] | undefined) ?? []).filter(it => !same(it))
      return new Map([[SLIPS, left]])
    })
    set({ slips: left })
  },
}))

/** Only the newest weeks: a whole branch's year stays well below the limit of a key. */
function recent(slips: Slip[]): Slip[] {
  const weeks = [...new Set(slips.map(slip => slip.week))].sort().slice(-KEPT_WEEKS)
  return slips.filter(slip => weeks.includes(slip.week))
}

/** Monday of the week that is running. */
export function thisWeek(): string {
  return weekStart(today())
}
