import { metShare, type OrgRow } from '../contract/branch-report'

/** A branch's week beside the week before. */
export interface BranchInNeed extends OrgRow {
  /** Members who met the goal in the week before, and how many there were then. */
  before: number
  beforeExpected: number
}

export interface NeedOfHelp {
  kind: 'nobody' | 'fell' | 'low'
  /** A few words for the end of a line. */
  title: string
  /** The numbers it is listed for. */
  facts: string
}

/** A fall by so much of the members is worth a look: three or four of a branch’s twenty-two. */
const FELL_BY = 15
/** Under this share most members are not reached. */
const LOW_UNDER = 40

/** Why a branch is listed among those that may need help; undefined when its numbers give no reason. */
export function needOfHelp(row: BranchInNeed): NeedOfHelp | undefined {
  const share = metShare(row)
  if (share === undefined) return undefined
  const before = metShare({ met: row.before, expected: row.beforeExpected })
  const facts = `${row.members} 人，${row.met} 人达标；前一周${before === undefined ? '没有数字' : ` ${row.before} 人达标`}`
  if (row.studied === 0) return { kind: 'nobody', title: '还没有人学', facts }
  if (before !== undefined && before - share >= FELL_BY) return { kind: 'fell', title: '比前一周少了', facts }
  if (share < LOW_UNDER) return { kind: 'low', title: '达标的少', facts }
  return undefined
}
