/** Offices that a roster gives beside being a member, and what they are called in the app. */
export const ROLE_NAMES = {
  secretary: '支部书记',
  unit_admin: '单位管理员',
  supervisor: '区级督导员',
  organiser: '竞赛组织者',
} as const
export type Role = keyof typeof ROLE_NAMES

/** As the column 职务 of a roster has them. */
export const ROSTER_ROLES = {
  书记: 'secretary',
  单位管理员: 'unit_admin',
  督导员: 'supervisor',
  竞赛组织者: 'organiser',
} as const

/** Offices that look after what lies under an organisation. */
const ABOVE_BRANCHES: readonly Role[] = ['unit_admin', 'supervisor']
/** Whether this is such an office: who holds it looks at branches, and keeps none. */
export const isAboveBranches = ({ role }: { role: Role }): boolean => ABOVE_BRANCHES.includes(role)
/** Who may use a route of an organisation (`tree`), and which of them draw samples and read its audit log (`supervise`). */
export const ORG_ROLES = { tree: ABOVE_BRANCHES, supervise: ['supervisor'] as readonly Role[] }
/** Who holds contests for an organisation, at exactly that one: a secretary for the branch. */
export const ORGANISERS: readonly Role[] = ['organiser', 'secretary']

interface Known {
  branch: string
  branchName: string
  /** What an older version of the app has stored has no names. */
  roles: readonly { org: string; orgName?: string }[]
}

/** The name of an organisation that somebody belongs to or holds an office at; undefined of any other. */
export const orgNameOf = ({ branch, branchName, roles }: Known, org: string): string | undefined =>
  org === branch ? branchName : roles.find(it => it.org === org)?.orgName
