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
  /** Has left every branch: only the rights to what is stored remain, and binding anew. */
  left?: true
  /** Beside being a member. `orgName` is missing in what an older app has kept. */
  roles: { role: ServiceRole; org: string; orgName?: string }[]
}
