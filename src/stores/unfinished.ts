import { create } from 'zustand'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'
import { joinErasure } from '@/storage/erasure'
import { dropQuizSession, readQuizSession, summary, type Unfinished } from '@/storage/quiz-session'

interface UnfinishedStore {
  /** A quiz session that was interrupted or goes on, as 首页 and 答题 offer it. */
  unfinished?: Unfinished
  /** It is open in this window: ./quiz-session, which comes with the pages that ask questions, says how it goes on. */
  here: boolean
  /** Looks for one on the phone; called at launch and before another is begun. */
  look(): Promise<void>
  /** Throws it away, unscored. */
  discard(): Promise<void>
}

export const useUnfinished = create<UnfinishedStore>((set, get) => {
  onOtherTab(
    () =>
      void get()
        .look()
        .catch(() => undefined),
  )
  return {
    here: false,
    look: async () => {
      if (get().here) return
      const stored = await readQuizSession()
      set({ unfinished: stored && summary(stored.session) })
    },
    discard: async () => {
      // First from the phone: who sees that it is gone may close the app.
      await dropQuizSession()
      set({ unfinished: undefined, here: false })
      tellOtherTabs()
    },
  }
})
joinErasure(useUnfinished, {
  reread: () => {
    useUnfinished.setState({ unfinished: undefined, here: false })
    return useUnfinished.getState().look()
  },
})
