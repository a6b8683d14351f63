/**
 * What the rules ask of a branch and of a member, each with where it stands. The one place to change when the rules or a district
 * do: boards, forms and tables read it.
 */
import type { MeetingKind } from '../contract/meeting-kinds'

export interface RequiredMeeting {
  kind: MeetingKind
  every: 'month' | 'quarter'
  /** Where it stands, for the secretary. */
  source: string
}

const REGULATION = '《中国共产党支部工作条例（试行）》'

export const REQUIRED_MEETINGS: readonly RequiredMeeting[] = [
  { kind: 'committee', every: 'month', source: `${REGULATION}第十二条：一般每月召开1次` },
  { kind: 'group', every: 'month', source: `${REGULATION}第十三条：一般每月召开1次` },
  { kind: 'congress', every: 'quarter', source: `${REGULATION}第十一条：一般每季度召开1次` },
  // The regulation says 按期 and no number; districts ask for one a quarter or two a year. Our own choice.
  {
    kind: 'lecture',
    every: 'quarter',
    source: `${REGULATION}第十六条只说按期上党课；每季度一次是这里先定的，各地可以改`,
  },
  { kind: 'theme_day', every: 'month', source: `${REGULATION}第十六条：每月相对固定1天` },
]

/** 学时 a year. Read in a retelling of the plan, not in its own text. */
export const STUDY_HOURS = {
  member: 32,
  /** The secretary and the rest of the committee. */
  leader: 56,
  source: '全国党员教育培训工作规划：集中培训和集体学习，党员每年一般不少于32学时，支部书记和班子成员不少于56学时',
} as const

/** 学时 of a meeting unless the secretary says otherwise: a committee's business is no study. Our own choice. */
export const USUAL_HOURS: Readonly<Record<MeetingKind, number>> = {
  congress: 2,
  committee: 0,
  group: 1,
  lecture: 1,
  theme_day: 2,
}
