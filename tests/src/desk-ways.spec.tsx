import { fireEvent, render, screen } from '@testing-library/react'
import { Account } from '@/pages/me/account'
import { BranchRows } from '@/pages/me/branch-rows'
import { open } from '@/navigation'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { BRANCH_WEEK_COLUMNS, ORG_COLUMNS } from '@domain/contract/report-columns'

const mockMe = {
  name: '示例书记',
  branch: 'b1',
  branchName: '示例支部',
  goal: 3,
  roles: [{ role: 'secretary', org: 'b1', orgName: '示例支部' }],
}
jest.mock('@/api/client', () => ({ hasService: () => true }))
jest.mock('@/navigation', () => ({
  open: jest.fn(),
  routes: { desk: (page: string) => `/desk/${page}`, contest: () => '/contest', account: () => '/account' },
}))
jest.mock('@/stores/session', () => ({
  useSession: (pick?: (state: object) => unknown) => {
    const state = { status: 'signed-in', me: mockMe }
    return pick ? pick(state) : state
  },
}))
jest.mock('@/stores/sync', () => ({ useSync: () => ({ sending: false }) }))

let mockRoom = false
jest.mock('@/platform/page/layout', () => ({ hasRoomForTables: () => mockRoom }))

test('支部工作 stands once in 我的, and leads to the desk', () => {
  render(
    <>
      <Account />
      <BranchRows />
    </>,
  )
  for (const row of document.querySelectorAll('.row')) fireEvent.click(row)
  expect(jest.mocked(open).mock.calls.filter(([to]) => String(to) === '/desk/home')).toHaveLength(1)
  expect(screen.getAllByText('支部工作')).toHaveLength(1)
})

test('numbers of a table stand at the right, with their titles; words do not', () => {
  const row = { org: 'b1', name: '示例支部', type: 'branch' as const, branches: 1, small: 0, members: 22, studied: 17 }
  render(<DataTable {...shownTable(ORG_COLUMNS, [row])} />)
  const atTheRight = [...document.querySelectorAll('.data-table__cell--number')].map(it => it.textContent)
  expect(atTheRight).toEqual(['支部数', '应参', '参学', '1', '22', '17'])
})

test('what every row says alike stands once above the table on a phone, and in its column where there is room', () => {
  const week = { week: '2026-11-23', phone: true, branch: false, offline: false, bound: true }
  const rows = ['张示例', '李示例'].map(name => ({ ...week, member: name, name }))
  const shown = () => shownTable(BRANCH_WEEK_COLUMNS, rows)
  expect([shown().head, shown().alike]).toEqual([['姓名', '学习'], '每一行都是：周（起） 2026-11-23，来源 手机自报'])
  // Whose word it is differs: that is worth a column.
  const mixed = shownTable(BRANCH_WEEK_COLUMNS, [rows[0]!, { ...rows[1]!, phone: false }])
  expect([mixed.head, mixed.alike]).toEqual([['姓名', '学习', '来源'], '每一行都是：周（起） 2026-11-23'])
  expect(shownTable(BRANCH_WEEK_COLUMNS, rows.slice(0, 1)).head).toHaveLength(4)
  mockRoom = true
  expect([shown().head.length, shown().alike]).toEqual([4, undefined])
  mockRoom = false
})

test('a row of a table opens what it is about, where it is said to', () => {
  const pressed = jest.fn()
  const table = { head: ['姓名'], rows: [['张示例'], ['李示例']] }
  const { rerender } = render(<DataTable {...table} onRow={pressed} />)
  fireEvent.click(screen.getByText('李示例'))
  expect(pressed).toHaveBeenCalledWith(1)
  expect(screen.getAllByRole('link')).toHaveLength(2)
  rerender(<DataTable {...table} />)
  expect(screen.queryAllByRole('link')).toHaveLength(0)
})
