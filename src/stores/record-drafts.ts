import type { MeetingEdit } from '@domain/contract/meetings'
import { DRAFTS } from './draft-limits'
import { keptEntries } from './kept-entries'

/** What a secretary has typed and not saved yet: it outlives the app. */
export interface RecordDraft {
  edit: MeetingEdit
  /** Kept no longer than this, ISO 8601. */
  until: string
}

/** Drafts of meetings' records, by meeting. */
export const useRecordDrafts = keptEntries<RecordDraft>('branch/records', draft => Date.parse(draft.until), DRAFTS)
