import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import { onPrivacyQuestion, type PrivacyQuestion } from '@/platform/phone/privacy'

interface PrivacyStore {
  /** What waits for an answer; one answer is for all of them. */
  questions: PrivacyQuestion[]
  answer(agreed: boolean): void
}

/** WeChat's privacy question, asked in our own words on the page in sight (layout/privacy-ask). */
export const usePrivacy = create<PrivacyStore>((set, get) => {
  onPrivacyQuestion(question => set({ questions: [...get().questions, question] }))
  return {
    questions: [],
    answer(agreed) {
      const { questions } = get()
      set({ questions: [] })
      for (const question of questions) question.answer(agreed)
    },
  }
})
joinErasure(usePrivacy)
