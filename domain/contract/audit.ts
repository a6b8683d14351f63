/** Who looked at or changed what, for those it concerns. */

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
  unbind: '撤回同意并解绑',
  erase: '注销',
  invite: '生成邀请码',
  'invite.revoke': '作废邀请码',
  offline: '登记线下学习',
  'offline.delete': '撤销线下学习',
  assignment: '布置任务',
  'assignment.delete': '撤销任务',
  meeting: '安排会议',
  'meeting.delete': '删除会议',
  attendance: '登记到会',
  'attendance.delete': '撤销到会',
  export: '导出',
  sample: '随机抽查',
  look: '抽查时看到',
  'roster.import': '导入名册',
  'roster.export': '导出名册',
  move: '转移支部',
} as const
export type AuditAction = keyof typeof AUDIT_ACTIONS

export interface AuditRow {
  id: string
  /** ISO 8601. */
  at: string
  action: AuditAction
  /**
   * Who did it, masked outside one's own branch; of what a command did, as the operator is called. Absent when the member is
   * gone or nobody did it.
   */
  actor?: string
  /** The branch of who did it. */
  actorBranch?: string
  /** Whom it concerned, masked likewise. */
  subject?: string
  /** The organisation it concerned. */
  org?: string
  reason?: string
}

/**
 * `GET /v1/branches/:branch/audit`, `/v1/orgs/:org/audit`, `/v1/me/audit`, latest first; `before=<next>` asks for the page
 * after this one, and without `next` there is none.
 */
export interface AuditPage {
  rows: AuditRow[]
  next?: string
}
