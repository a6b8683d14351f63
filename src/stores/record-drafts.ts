import type { MeetingEdit, MeetingRecord } from '@domain/contract/meetings'
import { DRAFTS } from './draft-limits'
import { keptEntries } from './kept-entries'

/** What a secretary has typed and not saved yet: it outlives the app. */
export interface RecordDraft {
  edit: MeetingEdit
  /** The record under it when the typing began; drafts of older versions do not say. */
  base?: MeetingRecord
  /** Kept no longer than this, ISO 8601. */
  until: string
}

/** Drafts of meetings' records, by meeting. */
export const useRecordDrafts = keptEntries<RecordDraft>('branch/records', draft => Date.parse(draft.until), DRAFTS)
