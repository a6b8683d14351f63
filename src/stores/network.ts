import { create } from 'zustand'
import { watchNetwork } from '@/platform/phone/network'

/** Whether the phone has a network; taken to have one until it says otherwise. */
export const useNetwork = create<{ connected: boolean }>(set => {
  watchNetwork(connected => set({ connected }))
  return { connected: true }
})
