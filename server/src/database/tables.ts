/** The tables of migrations/*.sql as queries see them. */
import type { Generated } from 'kysely'
import type { MeetingKind } from '../../../domain/contract/meeting-kinds'
import type { OrgType } from '../../../domain/contract/org-types'
import type { Role } from '../../../domain/contract/roles'
import type { SentKind } from '../../../domain/contract/sent-kinds'
import type { ContestTables } from './contest-tables'

type Day = string

export interface Org {
  tenant_id: string
  org_id: string
  parent_id: string | null
  type: OrgType
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
  /** Where they stand on the roster of the branch, from 1. */
  place: Generated<number>
}

/** What a week or a month of one branch, or of all under an organisation, adds up to. */
export interface Totals {
  members: number
  studied: number
}
export type Period = 'week' | 'month'

export interface Tables extends ContestTables {
  /** `since`: the day on which it was written down; null is always. */
  org: Org & { since: Generated<Day | null> }
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
  activity: {
    tenant_id: string
    branch_id: string
    activity_id: string
    kind: string
    title: string
    day: Day
    time: string | null
    place: string | null
    hours: number | null
    due: Day | null
    lead_id: string | null
    state: string
    done: boolean
    /** When it was closed; none of one that is open. */
    done_on: Generated<Day | null>
    /** JSON. */
    words: string
    revision: Generated<number>
    created_by: string
    created_at: Date
    changed_at: Date
  }
  activity_member: { tenant_id: string; branch_id: string; activity_id: string; member_id: string }
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
    /** What it was sent down as; none of one that the branch set itself. */
    sent_id: Generated<string | null>
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
    party_group: Generated<string | null>
    chair: Generated<string | null>
    recorder: Generated<string | null>
    /** 学时, in halves. */
    hours: Generated<number>
    links: Generated<string[]>
    minutes: Generated<string | null>
    edits: Generated<number>
  }
  branch_contact: {
    tenant_id: string
    branch_id: string
    contact_id: string
    day: Day
    note: string
    contacted_by: string
    contacted_at: Date
  }
  sent_down: {
    tenant_id: string
    sent_id: string
    org_id: string
    kind: SentKind
    title: string
    note: string | null
    due: Day
    items: string[]
    sent_by: string
    sent_at: Date
  }
  sent_branch: {
    tenant_id: string
    branch_id: string
    sent_id: string
    left_members: Generated<number>
    left_done: Generated<number>
  }
  branch_visit: {
    tenant_id: string
    branch_id: string
    visit_id: string
    org_id: string
    drawn_on: Day
    seed: string
    reason: string
    visited_on: Day | null
    findings: string | null
    due: Day | null
    closed_on: Day | null
    outcome: string | null
    revision: Generated<number>
    drawn_by: string
    changed_at: Date
  }
  meeting_leave: {
    tenant_id: string
    branch_id: string
    meeting_id: string
    member_id: string
    reason: string
    note: string | null
    recorded_by: string
    recorded_at: Date
  }
  member_post: {
    tenant_id: string
    branch_id: string
    member_id: string
    since: Date
    committee: boolean
    party_group: string
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
  filed_month: {
    tenant_id: string
    branch_id: string
    /** Its first day. */
    month: Day
    filed_at: Date
    filed_by: string
    members: number
    studied: number
    meetings: number
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
  backup_run: { what: 'made' | 'verified'; at: Date }
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
  parcel: {
    parcel_id: string
    tenant_id: string
    member_id: string
    made_at: Date
    taker: string | null
    sent: Generated<number>
    sealed: Buffer
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
