import { create } from 'zustand'
import { fillOffline, offlineState, sparesData, whenIdle, type OfflineState } from '@/platform/files/offline'
import { useSettings } from './settings'

interface OfflineStore {
  /** What is missing; undefined before that is known, and where nothing has to be kept. */
  state?: OfflineState
  filling: boolean
  /** In this visit everything has come to be kept for the first time: said once. */
  justReady: boolean
  /** Looks what is missing and fetches it when the phone has time, unless it asks to be spared. Called after launch. */
  begin(): Promise<void>
  /** Fetches what is missing now; the member's own wish, whatever the connection costs. */
  fill(): Promise<void>
}

/** The app's own files on this phone, so that it works without a network. */
export const useOffline = create<OfflineStore>((set, get) => {
  const look = (state: OfflineState | undefined) => {
    const { offlineSaid, set: keep } = useSettings.getState()
    const first = state?.left === 0 && !offlineSaid
    if (first) keep({ offlineSaid: true })
    set(first ? { state, justReady: true } : { state })
  }
  return {
    filling: false,
    justReady: false,
    begin: async () => {
      look(await offlineState())
      if ((get().state?.left ?? 0) > 0 && !sparesData()) whenIdle(() => void get().fill())
    },
    fill: async () => {
      if (get().filling) return
      set({ filling: true })
      const left = await fillOffline(state => set({ state }))
      set({ filling: false })
      if (left) look(left)
    },
  }
})
