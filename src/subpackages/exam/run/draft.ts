import { create } from 'zustand'

interface DraftStore {
  /** The answer being made, in the form of GivenAnswer.given. */
  draft: string[]
  /** It can be handed in. */
  complete: boolean
  set(draft: string[], complete: boolean): void
}

/** The answer on the screen before it is handed in; the question and the button under it share it. */
export const useDraft = create<DraftStore>(update => ({
  draft: [],
  complete: false,
  set: (draft, complete) => update({ draft, complete }),
}))

/** Told of every change of the draft, and whether it can be handed in as it is. */
export type OnChange = (draft: string[], complete: boolean) => void
