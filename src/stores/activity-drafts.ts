import type { NewActivity } from '@domain/contract/activities'
import { daysLater } from '@domain/time/moment'
import { DRAFT_DAYS, DRAFTS } from './draft-limits'
import { keptEntries } from './kept-entries'

/** What has been filled in and is not sent yet. */
export interface ActivityDraft extends NewActivity {
  /** That of the activity it changes, as it was read. */
  revision?: number
}
interface Kept {
  /** When it was last written, milliseconds. */
  at: number
  draft: ActivityDraft
}

/** Unsent activities by {@link draftId}. */
export const useActivityDrafts = keptEntries<Kept>('branch/drafts', ({ at }) => daysLater(at, DRAFT_DAYS), DRAFTS)

/** Which draft: of a new activity of the branch, or of one that is changed. */
export const draftId = (branch: string, activity?: string): string => `${branch} ${activity ?? 'new'}`
