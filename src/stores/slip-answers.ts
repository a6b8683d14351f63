import { create } from 'zustand'
import type { SlipAnswers } from '@domain/branch/matched-slips'
import { joinErasure } from '@/storage/erasure'
import { hasShape } from '@/storage/shape'
import { memberKeyValue } from '@/storage/records'

/** By the branch's code: whose slips are whose is asked once, and is said for one branch only. */
const KEY = 'slip/answers'
type Kept = Record<string, SlipAnswers>

interface AnswerStore {
  /** Undefined until read. */
  answers?: Kept
  load(): Promise<void>
  /** @param member the member's id, or NOBODY */
  say(branch: string, key: string, member: string): Promise<void>
  /** Takes an answer back: it is asked again. */
  unsay(branch: string, key: string): Promise<void>
}

/** What a secretary has said of study slips that fit nobody on the roster. Only on this phone. */
export const useSlipAnswers = create<AnswerStore>(set => ({
  load: async () => {
    const kept = (await (await memberKeyValue()).read([KEY])).get(KEY)
    set({ answers: kept !== undefined && hasShape(KEY, kept) ? (kept as Kept) : {} })
  },
  say: async (branch, key, member) =>
    set({ answers: await rewrite(branch, ({ [key]: _, ...own }) => ({ ...own, [key]: member })) }),
  unsay: async (branch, key) => set({ answers: await rewrite(branch, ({ [key]: _, ...own }) => own) }),
}))

/** Writes the answers of a branch anew; returns all that are kept. */
async function rewrite(branch: string, change: (own: SlipAnswers) => SlipAnswers): Promise<Kept> {
  let answers: Kept = {}
  await (
    await memberKeyValue()
  ).update([KEY], values => {
    const kept = (values.get(KEY) as Kept | undefined) ?? {}
    answers = { ...kept, [branch]: change(kept[branch] ?? {}) }
    return new Map([[KEY, answers]])
  })
  return answers
}
joinErasure(useSlipAnswers)
