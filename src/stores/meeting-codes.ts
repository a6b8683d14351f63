import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import type { CheckInCode } from '@domain/contract/meetings'

export interface KeptCode extends CheckInCode {
  /** When it is over by this phone's own clock, ISO 8601: that may be wrong by more than a code is good for. */
  endsHere: string
  /** The service has been heard to go by this code, so another end later means another code. */
  confirmed?: boolean
}

interface MeetingCodes {
  codes: Record<string, KeptCode | undefined>
  /** Without a code, forgets the one there is. */
  keep(meeting: string, code: KeptCode | undefined): void
}

/** Check-in codes of this session of the app: the service tells each once, and the secretary may look at another page in between. */
export const useMeetingCodes = create<MeetingCodes>(set => ({
  codes: {},
  keep: (meeting, code) => set(state => ({ codes: { ...state.codes, [meeting]: code } })),
}))
joinErasure(useMeetingCodes)
