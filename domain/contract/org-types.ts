/** Kinds of organisations, and as the column 类型 of a roster has them. */
export const ROSTER_ORG_TYPES = { 区: 'district', 党委: 'committee', 总支: 'general_branch', 支部: 'branch' } as const
export type OrgType = (typeof ROSTER_ORG_TYPES)[keyof typeof ROSTER_ORG_TYPES]
