/** What the service tells a secretary and an administrator, and the columns that screen, CSV and workbook share. */
import type { Column } from '../text/table'
import { percentRight } from '../branch/slip-lines'
import type { Day } from '../time/day'

interface Sums {
  studyDays: number
  /** Of these, days the secretary wrote down. */
  offlineDays: number
  items: number
  minutes: number
  answers: number
  correct: number
}
export interface BranchWeekRow extends Sums {
  member: string
  name: string
  /** Monday. */
  week: Day
  goal: number
  met: boolean
  /** Studies with the branch, without a phone. */
  offline: boolean
  /** Has a phone bound. */
  bound: boolean
}
export interface BranchMonthRow extends Sums {
  member: string
  name: string
  weeks: number
  weeksMet: number
}
/** What a branch's month adds up to; `erased` of its members have deleted themselves since and have no row. */
export interface BranchMonthSums {
  members: number
  weeks: number
  weeksMet: number
  studyDays: number
  erased: number
}
/** One week of one member: totals, never an answer or a trail. */
export interface MemberWeek extends Sums {
  /** Monday. */
  week: Day
  met: boolean
}
/** One member's last weeks, latest first; a week without study is absent. */
export interface MemberTotals {
  name: string
  goal: number
  offline: boolean
  /** A phone is bound, and they are in this branch now. */
  bound: boolean
  weeks: MemberWeek[]
}
/** An organisation's week or month. */
export interface OrgRow {
  org: string
  name: string
  type: string
  branches: number
  members: number
  /** Members times weeks; `met` of them reached the goal. */
  expected: number
  met: number
  studied: number
  studyDays: number
  minutes: number
  items: number
  answers: number
  correct: number
}

const source = { key: 'source', title: '来源', type: 'text', value: () => '服务统计' } as const

export const BRANCH_WEEK_COLUMNS: readonly Column<BranchWeekRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'week', title: '周（起）', type: 'text', value: r => r.week },
  { key: 'met', title: '本周目标', type: 'text', value: r => (r.met ? '已完成' : '未完成') },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'goal', title: '目标天数', type: 'number', value: r => r.goal },
  { key: 'offlineDays', title: '其中线下', type: 'number', value: r => r.offlineDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
  { key: 'answers', title: '答题数', type: 'number', value: r => r.answers },
  { key: 'percent', title: '答对率', type: 'percent', value: percentRight },
  source,
]

export const BRANCH_MONTH_COLUMNS: readonly Column<BranchMonthRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'weeks', title: '应学周数', type: 'number', value: r => r.weeks },
  { key: 'weeksMet', title: '达标周数', type: 'number', value: r => r.weeksMet },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'offlineDays', title: '其中线下', type: 'number', value: r => r.offlineDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
  { key: 'answers', title: '答题数', type: 'number', value: r => r.answers },
  { key: 'percent', title: '答对率', type: 'percent', value: percentRight },
  source,
]

export const MEMBER_WEEK_COLUMNS: readonly Column<MemberWeek>[] = [
  { key: 'week', title: '周（起）', type: 'text', value: r => r.week },
  { key: 'met', title: '目标', type: 'text', value: r => (r.met ? '已完成' : '未完成') },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'offlineDays', title: '其中线下', type: 'number', value: r => r.offlineDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
  { key: 'answers', title: '答题数', type: 'number', value: r => r.answers },
  { key: 'percent', title: '答对率', type: 'percent', value: percentRight },
]

export const ORG_COLUMNS: readonly Column<OrgRow>[] = [
  { key: 'name', title: '组织', type: 'text', value: r => r.name },
  { key: 'branches', title: '支部数', type: 'number', value: r => r.branches },
  { key: 'members', title: '党员数', type: 'number', value: r => r.members },
  { key: 'studied', title: '参学人数', type: 'number', value: r => r.studied },
  { key: 'met', title: '达标人周', type: 'number', value: r => r.met },
  { key: 'expected', title: '应学人周', type: 'number', value: r => r.expected },
  { key: 'share', title: '达标率', type: 'percent', value: metShare },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
  source,
]

/** Share of members (times weeks) who met their goal, 0–100; undefined without members. */
export function metShare(row: { met: number; expected: number }): number | undefined {
  return row.expected > 0 ? Math.round((100 * row.met) / row.expected) : undefined
}

/** Organisations are compared with others of about their size; those without members with none. */
export const SIZE_CLASSES = [
  { id: 'xs', title: '10 人以下', from: 1, to: 9 },
  { id: 's', title: '10–19 人', from: 10, to: 19 },
  { id: 'm', title: '20–29 人', from: 20, to: 29 },
  { id: 'l', title: '30–49 人', from: 30, to: 49 },
  { id: 'xl', title: '50 人以上', from: 50, to: 1_000_000 },
] as const
export type SizeClassId = (typeof SIZE_CLASSES)[number]['id']
