import { create } from 'zustand'
import { watchNetwork } from '@/platform/phone/network'

/** Whether the phone has a network; taken to have one until it says otherwise. */
export const useNetwork = create<{ connected: boolean }>(set => {
  const first = { connected: true }
  // A browser says at once how it is: before there is a store to be told.
  watchNetwork(connected => {
    first.connected = connected
    set({ connected })
  })
  return first
})
