import { fireEvent, render, screen } from '@testing-library/react'
import ExcelJS from 'exceljs'
import type { ReactNode } from 'react'
import type { Slip } from '@domain/branch/slip'
import { ApiError } from '@/api/client'
import BranchHome from '@/subpackages/branch/home/index'

const SECRETARY = {
  name: '示例书记',
  branch: 'b1',
  branchName: '示例支部',
  goal: 3,
  roles: [{ role: 'secretary', org: 'b1', orgName: '示例支部' }],
}
const mockWeek = jest.fn()

jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  useRouter: () => ({ params: {} }),
  useDidShow: () => undefined,
}))
jest.mock('@/layout/screen', () => ({ Screen: ({ children }: { children: ReactNode }) => children }))
jest.mock('@/platform/page/layout', () => ({ hasRoomForTables: () => false }))
jest.mock('@/platform/phone/clock', () => ({ today: () => '2026-11-28', now: () => 0 }))
jest.mock('@/navigation', () => ({
  open: jest.fn(),
  replace: jest.fn(),
  routes: { desk: () => '', branchCollect: () => '' },
}))
jest.mock('@/stores/session', () => ({
  authorised: jest.fn(),
  refreshQuietly: jest.fn(),
  useSession: () => ({ status: 'signed-in', me: SECRETARY }),
}))
const mockSlips: Slip[] = []
jest.mock('@/stores/slips', () => ({ useSlips: () => ({ slips: mockSlips, load: async () => undefined }) }))
jest.mock('@/stores/slip-answers', () => ({
  useSlipAnswers: () => ({ answers: {}, load: async () => undefined }),
}))
const mockGiven = jest.fn<Promise<void>, [string, Uint8Array]>(async () => undefined)
jest.mock('@/platform/files/files', () => ({ giveWorkbook: (...args: [string, Uint8Array]) => mockGiven(...args) }))
const mockExport = jest.fn()
jest.mock('@/api/branch', () => ({
  reportApi: () => ({ week: mockWeek, export: mockExport }),
  joiningApi: () => ({ requests: () => Promise.reject(new Error('x')) }),
}))
jest.mock('@/api/activities', () => ({ activityApi: () => ({ waiting: () => Promise.reject(new Error('x')) }) }))
jest.mock('@/api/oversight', () => ({ fromAboveApi: () => ({ visits: () => Promise.reject(new Error('x')) }) }))
jest.mock('@/api/assignments', () => ({ assignmentApi: () => ({ list: () => Promise.reject(new Error('x')) }) }))
jest.mock('@/api/meetings', () => ({ meetingApi: () => ({ list: () => Promise.reject(new Error('x')) }) }))

test('a read that fails does not take the desk away: 收学习单 needs no service', async () => {
  mockWeek.mockRejectedValue(new ApiError('现在连不上网络或服务', 0, 'offline', true))
  render(<BranchHome />)
  expect(await screen.findByText('收学习单')).toBeTruthy()
  for (const way of ['党员', '月报', '任务', '线下学习', '会议', '活动', '邀请和绑定', '名册', '操作记录']) {
    expect(screen.getAllByText(way).length).toBeGreaterThan(0)
  }
})

test('of a branch that is not theirs there is no desk', async () => {
  mockWeek.mockRejectedValue(new ApiError('没有', 404, 'not_found', false))
  render(<BranchHome />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
  expect(screen.queryByText('收学习单')).toBeNull()
})

test('a slip that this device has taken counts in the week, and is no reason to remind anybody', async () => {
  const week = '2026-11-23'
  const row = { week, phone: false, branch: false, offline: false, bound: true }
  mockWeek.mockResolvedValue({
    rows: [
      { ...row, member: 'a', name: '示例王芳' },
      { ...row, member: 'b', name: '示例李明' },
    ],
  })
  mockSlips.push({ name: '示例王芳', branch: '', week, studyDays: 2, items: 1, answers: 0, madeAt: 0, tag: 1 })
  render(<BranchHome />)
  expect(await screen.findByText('1 人这一周学过')).toBeTruthy()
  expect(screen.getByText('看还没有的 1 人')).toBeTruthy()
  expect(screen.getByText('学习单')).toBeTruthy()
  expect(screen.getByText(/1 人照这台设备收的学习单，导出的表格里也有/)).toBeTruthy()
  // The file has what the service has by then, and the slip with its name beside it.
  mockExport.mockResolvedValue({
    rows: [
      { ...row, member: 'a', name: '示例王芳' },
      { ...row, member: 'b', name: '示例李明', phone: true },
    ],
  })
  fireEvent.click(screen.getByText('导出 Excel'))
  await screen.findByText(/表格已经导出/)
  expect(mockExport).toHaveBeenCalledWith(week)
  const [name, bytes] = mockGiven.mock.calls[0]!
  expect(name).toBe('示例支部_学习周报_2026-11-23_20261128.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  const cells = [1, 2, 3].map(n => (book.worksheets[0]!.getRow(n).values as string[]).slice(1))
  expect(cells).toEqual([
    ['姓名', '周（起）', '学习', '来源'],
    ['示例王芳', week, '学过', '学习单'],
    ['示例李明', week, '学过', '手机自报'],
  ])
})
