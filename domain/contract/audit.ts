/** Who looked at or changed what, for those it concerns. */
import { formatMonth } from '../time/format'
import type { AuditRow } from './audit-page'

/** What is written down, and what it is called. */
export const AUDIT_ACTIONS = {
  bind: '绑定',
  'bind.approve': '通过绑定申请',
  'bind.refuse': '退回绑定申请',
  'bind.end': '解除绑定',
  'bind.pass': '绑定申请转区里核对',
  'bind.replace': '换手机',
  'bind.code': '生成换机码',
  'bind.locked': '手机后四位试错五次，已锁住',
  'login.end': '退出一个登录',
  'login.copied': '登录凭证被两处用过，已停用',
  parcel: '换手机：旧手机交出记录',
  'parcel.taken': '换手机：有手机取走了记录',
  unbind: '撤回同意并解绑',
  erase: '注销',
  invite: '生成邀请码',
  'invite.revoke': '作废邀请码',
  offline: '登记线下学习',
  'offline.delete': '撤销线下学习',
  assignment: '布置任务',
  'assignment.delete': '撤销任务',
  meeting: '安排会议',
  'meeting.edit': '修改会议记录',
  'meeting.delete': '删除会议',
  leave: '登记请假',
  'leave.delete': '撤销请假',
  activity: '记下活动',
  'activity.change': '修改活动',
  'activity.delete': '删除活动',
  attendance: '登记到会',
  'attendance.delete': '撤销到会',
  export: '导出',
  'month.file': '报月报',
  'month.back': '撤回月报',
  sample: '随机抽查',
  look: '抽查时看到',
  'roster.import': '导入名册',
  'roster.export': '导出名册',
  'roster.back': '撤回转出',
  'roster.posts': '改支委和党小组',
  move: '转移支部',
  contest: '办竞赛',
  'contest.look': '看竞赛题库、成绩',
  contact: '联系支部',
  sent: '下发',
  'sent.back': '撤回下发',
  'invite.bulk': '一次生成各支部的邀请码',
  'visit.draw': '抽查支部',
  visit: '记抽查',
  'visit.close': '抽查办结',
} as const
export type AuditAction = keyof typeof AUDIT_ACTIONS

/** What the log is sifted by. */
export const AUDIT_GROUPS = {
  study: '学习和任务',
  together: '会议和活动',
  roster: '名册',
  binding: '绑定和登录',
  out: '导出、上报和抽查',
  above: '上级的联系、下发和到支部',
} as const
export type AuditGroup = keyof typeof AUDIT_GROUPS

/** Choices of a filter, the first of which leaves nothing out. */
export const AUDIT_FILTERS: { value: AuditGroup | ''; text: string }[] = [
  { value: '', text: '全部' },
  ...(Object.keys(AUDIT_GROUPS) as AuditGroup[]).map(value => ({ value, text: AUDIT_GROUPS[value] })),
]

const GROUP_OF: Record<AuditAction, AuditGroup> = {
  bind: 'binding',
  'bind.approve': 'binding',
  'bind.refuse': 'binding',
  'bind.end': 'binding',
  'bind.pass': 'binding',
  'bind.replace': 'binding',
  'bind.code': 'binding',
  'bind.locked': 'binding',
  'login.end': 'binding',
  'login.copied': 'binding',
  parcel: 'binding',
  'parcel.taken': 'binding',
  unbind: 'binding',
  erase: 'roster',
  invite: 'binding',
  'invite.revoke': 'binding',
  offline: 'study',
  'offline.delete': 'study',
  assignment: 'study',
  'assignment.delete': 'study',
  meeting: 'together',
  'meeting.edit': 'together',
  'meeting.delete': 'together',
  leave: 'together',
  'leave.delete': 'together',
  activity: 'together',
  'activity.change': 'together',
  'activity.delete': 'together',
  attendance: 'together',
  'attendance.delete': 'together',
  'month.file': 'out',
  'month.back': 'out',
  export: 'out',
  sample: 'out',
  look: 'out',
  'roster.import': 'roster',
  'roster.export': 'out',
  'roster.back': 'roster',
  'roster.posts': 'roster',
  move: 'roster',
  contest: 'together',
  'contest.look': 'together',
  contact: 'above',
  sent: 'above',
  'sent.back': 'above',
  'invite.bulk': 'binding',
  'visit.draw': 'above',
  visit: 'above',
  'visit.close': 'above',
}

/** The actions of a group. */
export const actionsOf = (group: AuditGroup): AuditAction[] =>
  (Object.keys(GROUP_OF) as AuditAction[]).filter(action => GROUP_OF[action] === group)

/** Actions that somebody had to give a reason for; of the others, `reason` says what it was. */
const WITH_REASON: readonly AuditAction[] = [
  'offline',
  'attendance',
  'leave',
  'bind.end',
  'sample',
  'look',
  'login.end',
  'visit.draw',
]

/** Actions of which `reason` is the month that they are about. */
const OF_MONTH: readonly AuditAction[] = ['month.file', 'month.back']

/** `reason` in words: why it was done, which month it was of, or what it was. */
function reasonWords(action: AuditAction, reason: string): string {
  if (OF_MONTH.includes(action)) return formatMonth(reason)
  return `${WITH_REASON.includes(action) ? '原因' : '内容'}：${reason}`
}

/** Who did it, whom or what it concerned, and why, each called by name. */
export function auditWords({ action, actor, actorBranch, org, subject, reason }: AuditRow): string {
  const who = actor && `经办：${actor}${actorBranch ? `（${actorBranch}）` : ''}`
  const whom = (org ?? subject) && `涉及：${[org, subject].filter(Boolean).join(' ')}`
  const why = reason && reasonWords(action, reason)
  return [who, whom, why].filter(Boolean).join('；')
}
