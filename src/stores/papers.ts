import { create } from 'zustand'
import { paperOf, paperSlots, type PaperRecord, type PaperSlot } from '@domain/quiz/paper-record'
import type { QuizSession } from '@domain/quiz/session'
import { joinErasure } from '@/storage/erasure'
import { memberKeyValue } from '@/storage/records'
import { useSettings } from './settings'

const LIST = 'papers'
const slotsKey = (id: string) => `papers/${id}`
/** Papers in the list, and those of which every answer is kept: about 8 kB each. */
const LISTED = 100
const WHOLE = 30

interface PapersStore {
  /** Newest first; undefined until read. */
  papers?: PaperRecord[]
  load(): Promise<void>
  /** Keeps a paper that has just been handed in; anything else changes nothing. */
  keep(session: QuizSession): Promise<void>
}

const listed = (value: unknown) => (value as PaperRecord[] | undefined) ?? []

/** 历次成绩: the papers that were handed in on this phone. */
export const usePapers = create<PapersStore>(set => ({
  load: async () => set({ papers: listed((await (await memberKeyValue()).read([LIST])).get(LIST)) }),
  keep: async session => {
    const paper = paperOf(session, useSettings.getState().passLine)
    if (!paper) return
    await (
      await memberKeyValue()
    ).update([LIST], values => {
      const papers = [paper, ...listed(values.get(LIST)).filter(it => it.id !== paper.id)].slice(0, LISTED)
      set({ papers })
      const writes = new Map<string, unknown>([
        [LIST, papers],
        [slotsKey(paper.id), paperSlots(session)],
      ])
      for (const { id } of papers.slice(WHOLE)) writes.set(slotsKey(id), undefined)
      return writes
    })
  },
}))
joinErasure(usePapers, { reread: () => usePapers.getState().load() })

/** Everything asked and answered in a paper; undefined where only its result is kept. */
export async function readPaper(id: string): Promise<PaperSlot[] | undefined> {
  const key = slotsKey(id)
  return (await (await memberKeyValue()).read([key])).get(key) as PaperSlot[] | undefined
}
