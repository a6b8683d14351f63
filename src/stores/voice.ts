import { create } from 'zustand'
import { canSpeak, onVoices } from '@/platform/media/speech'

/** Whether the phone itself can read Chinese out; browsers find their voices some time after launch. */
export const useVoice = create<{ able: boolean }>(set => {
  onVoices(() => set({ able: canSpeak() }))
  return { able: canSpeak() }
})
