/** The tables of migrations/*.sql as queries see them. */
import type { Generated } from 'kysely'
import type { MeetingKind } from '../../../domain/contract/meetings'

type Day = string

export interface Org {
  tenant_id: string
  org_id: string
  parent_id: string | null
  type: 'district' | 'committee' | 'general_branch' | 'branch'
  name: string
  path: string
  demo: boolean
}

export interface Member {
  tenant_id: string
  member_id: string
  branch_id: string
  name: string
  status: 'active' | 'left' | 'erased'
  last4_hmac: string | null
  digit_tries: Generated<number>
  offline: boolean
  unmasked: boolean
  consent_version: string | null
  consent_at: Date | null
  token_version: number
  /** A phone has been bound once. */
  bound_before: Generated<boolean>
}

/** What a week or a month of one branch, or of all under an organisation, adds up to. */
export interface Totals {
  members: number
  studied: number
}
export type Period = 'week' | 'month'

export interface Tables {
  org: Org
  member: Member
  member_move: { tenant_id: string; member_id: string; since: Date; branch_id: string }
  member_day: {
    tenant_id: string
    member_id: string
    day: Day
    /** JSON. */
    devices: string
    studied: boolean
    finished: string[]
    /** JSON. */
    answered: string
  }
  offline_study: {
    tenant_id: string
    branch_id: string
    record_id: string
    member_id: string
    day: Day
    minutes: number
    what: string
    reason: string
    recorded_by: string
    recorded_at: Date
  }
  assignment: {
    tenant_id: string
    branch_id: string
    assignment_id: string
    title: string
    note: string | null
    due: Day
    items: string[]
    created_by: string
    created_at: Date
  }
  meeting: {
    tenant_id: string
    branch_id: string
    meeting_id: string
    kind: MeetingKind
    title: string
    day: Day
    time: string
    place: string | null
    created_by: string
    created_at: Date
    secret_hmac: string | null
    digits_hmac: string | null
    open_until: Date | null
  }
  meeting_presence: {
    tenant_id: string
    branch_id: string
    meeting_id: string
    member_id: string
    at: Date
    marked_by: string | null
    reason: string | null
  }
  sign_in_try: { tenant_id: string; member_id: string; since: Date; tries: number }
  sent_form: {
    tenant_id: string
    branch_id: string
    form_id: string
    sha256: string
    answer: string
    taken_at: Date
  }
  role_grant: { tenant_id: string; member_id: string; role: Role; org_id: string }
  audit_log: {
    tenant_id: string
    audit_id: string
    at: Date
    actor_id: string | null
    actor_name: string | null
    action: string
    org_id: string | null
    subject_id: string | null
    reason: string | null
  }
  rollup_turn: { tenant_id: string }
  branch_dirty: { tenant_id: string; branch_id: string; week: Day; marked_at: Date }
  erased_period: Totals & { tenant_id: string; period: Period; start: Day; branch_id: string }
  branch_period: Totals & { tenant_id: string; period: Period; start: Day; branch_id: string }
  org_rollup: Totals & {
    tenant_id: string
    parent_id: string
    period: Period
    start: Day
    org_id: string
    branches: number
    small: number
  }
  login: {
    tenant_id: string
    login_id: string
    member_id: string
    began_at: Date
    proved_at: Date
    generation: number
    traded_at: Date
    ended_at: Date | null
    ended_why: string | null
    ended_by: string | null
    ended_by_name: string | null
    ended_reason: string | null
  }
  own_code: { code_hmac: string; tenant_id: string; member_id: string; made_at: Date }
  binding_request: {
    tenant_id: string
    branch_id: string
    request_id: string
    openid_hmac: string
    name: string
    last4: string
    consent_version: string
    asked_at: Date
    member_id: string | null
  }
  account: {
    openid_hmac: string
    tenant_id: string | null
    member_id: string | null
    tries_day: Day | null
    tries: number
    created_at: Date
  }
  invite: {
    code_hmac: string
    tenant_id: string
    branch_id: string
    invite_id: string
    created_by: string | null
    created_at: Date
    expires_at: Date
    revoked_at: Date | null
  }
}

export type Role = 'secretary' | 'unit_admin' | 'supervisor'
