import { create } from 'zustand'
import type { SignInCode } from '@domain/contract/meetings'

interface MeetingCodes {
  codes: Record<string, SignInCode | undefined>
  /** Without a code, forgets the one there is. */
  keep(meeting: string, code: SignInCode | undefined): void
}

/** Sign-in codes of this run: the service tells each once, and the secretary may look at another page in between. */
export const useMeetingCodes = create<MeetingCodes>(set => ({
  codes: {},
  keep: (meeting, code) => set(state => ({ codes: { ...state.codes, [meeting]: code } })),
}))
