import { daysLater } from '@domain/time/moment'
import { DRAFT_DAYS, DRAFTS } from './draft-limits'
import { keptEntries } from './kept-entries'

interface Kept {
  /** When it was last written, milliseconds. */
  at: number
  /** What was filled in, by field: the others stand as the form begins. */
  fields: Record<string, unknown>
}

/** Forms of the desks that were begun and not sent, by form and what it is about. */
export const useFormDrafts = keptEntries<Kept>('branch/forms', ({ at }) => daysLater(at, DRAFT_DAYS), DRAFTS)
