/** The roster of one branch as an Excel sheet: `POST /v1/branches/:branch/roster?mode=check|apply`, `GET …/roster.xlsx`. */

/** A cell that cannot be taken, for the person who fills in the sheet. */
export interface BadCell {
  sheet: string
  /** `C12`. */
  cell: string
  reason: string
}

/** The roster diff: what the sheet would change, or has changed, by name. */
export interface RosterDiff {
  added: string[]
  changed: string[]
  /** Marked 转出. */
  left: string[]
  /** Lines that change nothing. */
  same: number
}

/**
 * `check` answers 200 and changes nothing. `apply` takes an idempotency key (./idempotency-key) in its query and answers 200 when it has changed
 * everything; when it has changed nothing it answers 409 `roster` with the `problems` beside the sentence.
 */
export interface RosterAnswer {
  applied: boolean
  problems: BadCell[]
  changes: RosterDiff
}
