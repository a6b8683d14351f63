import type { MeetingRecord } from '../contract/meetings'
import { RECORD_FIELDS } from '../contract/meeting-record'
import { changedFields } from '../text/changed-fields'

type Field = keyof MeetingRecord
const FIELDS = Object.keys(RECORD_FIELDS) as Field[]

const differs = (field: Field, a: MeetingRecord, b: MeetingRecord) =>
  changedFields<MeetingRecord>({ [field]: field }, a, b).length > 0

/** A record that is typed here while it is saved elsewhere. */
export interface Rebased {
  /** What was typed here, and of the fields that nobody touched here what stands there. */
  record: MeetingRecord
  /** Fields that were written at both ends, differently. */
  clashes: Field[]
}

/**
 * Puts what was typed on this phone on top of what another has saved meanwhile. `base` is the record as it was when the typing began;
 * without it every field counts as touched here.
 */
export function rebase(base: MeetingRecord | undefined, mine: MeetingRecord, theirs: MeetingRecord): Rebased {
  const touched = FIELDS.filter(it => !base || differs(it, base, mine))
  const written = Object.fromEntries(touched.map(it => [it, mine[it]])) as Partial<MeetingRecord>
  const clashes = touched.filter(it => differs(it, mine, theirs) && (!base || differs(it, base, theirs)))
  return { record: { ...theirs, ...written }, clashes }
}
