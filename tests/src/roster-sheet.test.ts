import type { BadCell, RosterAnswer } from '@domain/contract/roster'
import { listCauses } from '@/subpackages/branch/roster/causes'
import { howRead } from '@/subpackages/branch/roster/how-read'

const bad = (cell: string, reason: string, name?: string): BadCell => ({
  sheet: '党员',
  cell,
  reason,
  ...(name ? { name } : {}),
})

test('cells of a column that are wrong alike have one cause; three of them are still told one by one', () => {
  const names = ['甲', '乙', '丙', '丁', '戊']
  const many = names.map((name, i) => bad(`B${i + 2}`, '同名', name))
  expect(listCauses([bad('A1', '缺列'), ...many])).toEqual([
    { where: 'A1', reason: '缺列' },
    { where: 'B2 到 B6，5 格（甲、乙、丙等）', reason: '同名' },
  ])
  expect(listCauses(many.slice(0, 3)).map(it => it.where)).toEqual(['B2 甲', 'B3 乙', 'B4 丙'])
  expect(listCauses([...many.slice(0, 3), bad('C5', '同名')])).toHaveLength(4)
})

test('what was not read and who was found by name is said, and nothing of a plain sheet', () => {
  const answer = (read: RosterAnswer['read']): RosterAnswer => ({
    applied: false,
    problems: [],
    changes: { added: [], changed: [], left: [], same: 0 },
    ...(read ? { read } : {}),
  })
  expect(howRead(answer(undefined))).toEqual([])
  expect(howRead(answer({ sheet: '党员', others: [], leftOut: [], byName: [] }))).toEqual([])
  expect(howRead(answer({ sheet: '名册', others: ['旧的'], leftOut: [30, 31], byName: ['甲', '乙'] }))).toEqual([
    '读的是工作表“名册”；“旧的”里也有姓名，没有读',
    '第 30、31 行不是党员，没有读',
    '没有编号的，按姓名对上 2 位',
  ])
})
