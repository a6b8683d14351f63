import type { CheckInCode } from '@domain/contract/meetings'
import { keptEntries } from './kept-entries'

export interface KeptCode extends CheckInCode {
  /** When it is over by this phone's own clock, ISO 8601: that may be wrong by more than a code is good for. */
  endsHere: string
  /** The service has been heard to go by this code, so another end later means another code. */
  confirmed?: boolean
}

/** Check-in codes that are still good, by meeting. */
export const useMeetingCodes = keptEntries<KeptCode>('branch/codes', code => Date.parse(code.endsHere))
