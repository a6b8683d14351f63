import type { Generated } from 'kysely'

/** The tables of contests. */
export interface ContestTables {
  contest: {
    tenant_id: string
    contest_id: string
    org_id: string
    within_id: string
    title: string
    opens_at: Date
    closes_at: Date
    /** JSON. */
    settings: string
    revision: Generated<number>
    published_at: Date | null
    sha256: string | null
    graded_at: Date | null
    /** Of how many the places are. */
    graded_of: Generated<number>
    regraded_at: Date | null
    created_by: string
    created_at: Date
  }
  contest_pool: { tenant_id: string; contest_id: string; pool: string }
  contest_void: {
    tenant_id: string
    contest_id: string
    number: number
    reason: string
    voided_by: string
    voided_at: Date
  }
  contest_try: {
    tenant_id: string
    contest_id: string
    member_id: string
    try: number
    device: string
    branch_id: string
    consent_version: string
    masked: boolean
    began_at: Date
    seen_at: Date | null
    place: Generated<number>
    served_at: Date | null
    due_at: Date | null
    lines: Generated<number[]>
    allowance_ms: Generated<number>
    /** JSON. */
    answers: Generated<string>
    finished_at: Date | null
    /** Its results have been made. */
    closed: Generated<boolean>
  }
  contest_result: {
    tenant_id: string
    contest_id: string
    member_id: string
    try: number
    branch_id: string
    masked: boolean
    correct: number
    questions: number
    spent_ms: number
    allowance_ms: number
    place: number
  }
  contest_team: { tenant_id: string; contest_id: string; org_id: string; correct: number; place: number }
  contest_appeal: {
    tenant_id: string
    contest_id: string
    appeal_id: string
    member_id: string
    number: number
    words: string
    at: Date
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
  }
}
