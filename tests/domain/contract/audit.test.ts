import { AUDIT_ACTIONS, AUDIT_FILTERS, type AuditAction, actionsOf, auditWords } from '@domain/contract/audit'

test('every action stands in one group, so that a filter loses none', () => {
  const groups = AUDIT_FILTERS.flatMap(({ value }) => (value ? [actionsOf(value)] : []))
  const all = Object.keys(AUDIT_ACTIONS) as AuditAction[]
  expect(groups.flat().sort()).toEqual(all.sort())
  expect(groups.every(group => group.length > 0)).toBe(true)
})

test('a line says who, about whom and why, each by name; what needed no reason says what it was', () => {
  const row = { id: '1', at: '', actor: '王示例', subject: '李示例', reason: '没有手机' }
  expect(auditWords({ ...row, action: 'offline' })).toBe('经办：王示例；涉及：李示例；原因：没有手机')
  expect(
    auditWords({ id: '2', at: '', action: 'export', actor: '王*', actorBranch: '第二支部', reason: '会议台账' }),
  ).toBe('经办：王*（第二支部）；内容：会议台账')
  expect(auditWords({ id: '3', at: '', action: 'erase' })).toBe('')
  // A month is no reason.
  for (const action of ['month.file', 'month.back'] as const) {
    expect(auditWords({ id: '4', at: '', action, actor: '王示例', reason: '2026-12' })).toBe('经办：王示例；2026年12月')
  }
})
