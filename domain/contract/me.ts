import type { Day } from '../time/day'

/** `GET /v1/me`: who is signed in. */
export type ServiceRole = 'member' | 'secretary' | 'unit_admin' | 'supervisor' | 'organiser' | 'editor'

export interface Me {
  name: string
  /** Organisation code of the branch. */
  branch: string
  branchName: string
  /** Shows the full name beyond the own branch. */
  unmasked: boolean
  /** Version of the consent text agreed to; null when there is none or it was withdrawn. */
  consent: string | null
  /** An invented person of an invented district. */
  demo: boolean
  /** The day on which a 换机码 that still works was made. */
  ownCode?: Day | null
  /** Has left every branch: only the rights to what is stored remain, and binding anew. */
  left?: true
  /** Beside being a member. `orgName` is missing in what an older app has kept. */
  roles: { role: ServiceRole; org: string; orgName?: string }[]
}

/** `GET /v1/me/logins`: one's logins that last, the latest first. */
export interface OwnLogins {
  /** The id of the one that asks. */
  own: string
  logins: OwnLogin[]
}
export interface OwnLogin {
  id: string
  /** ISO 8601. */
  began: string
  /** Of its use only the day is kept in sight. */
  lastDay: Day
}

/** The error code (403) of what asks for a login of the last ten minutes, or for WeChat's word again. */
export const PROVE = 'prove'
