import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ApiError } from '@/api/client'
import ResultPage from '@/subpackages/contest/result/index'
import { Reviewed } from '@/subpackages/contest/review/reviewed'

const mockApi = { read: jest.fn(), result: jest.fn() }
jest.mock('@tarojs/taro', () => ({ useRouter: () => ({ params: { id: 'c' } }), useDidShow: () => undefined }))
jest.mock('@/layout/screen', () => ({ Screen: ({ children }: { children: ReactNode }) => children }))
jest.mock('@/navigation', () => ({ open: jest.fn(), replace: jest.fn(), routes: { contest: () => '' } }))
jest.mock('@/stores/session', () => ({
  authorised: jest.fn(),
  refreshQuietly: jest.fn(),
  useSession: () => ({ status: 'signed-in', me: { name: '王示例', roles: [] } }),
}))
jest.mock('@/subpackages/contest/result/save-pool', () => ({ SavePool: () => null }))
jest.mock('@/api/contests', () => ({ contestApi: () => mockApi }))

const notOver = () => new ApiError('还没有结束', 409, 'not_over', false)

test('while the others are at it, results come after the end', async () => {
  mockApi.result.mockRejectedValue(notOver())
  mockApi.read.mockResolvedValue({ state: 'open' })
  render(<ResultPage />)
  expect(await screen.findByText(/竞赛结束以后出成绩/)).toBeTruthy()
})

test('just after the end it is being counted, and nobody is told to wait for the end', async () => {
  mockApi.result.mockRejectedValue(notOver())
  mockApi.read.mockResolvedValue({ state: 'settling' })
  render(<ResultPage />)
  expect(await screen.findByText(/正在算成绩/)).toBeTruthy()
  expect(screen.queryByText(/结束以后出成绩/)).toBeNull()
})

describe('a question looked at afterwards', () => {
  const row = {
    ...{ number: 1, type: 'single' as const, stem: '哪一年', key: ['B'], right: false, late: true, voided: false },
    options: ['A', 'B'].map(id => ({ id, text: `选项${id}` })),
    ...{ given: ['B'], spentMs: 60_000, basis: '依据', explain: '' },
  }
  const names = (more: object) => {
    const { container } = render(
      <Reviewed contest="c" place={1} row={{ ...row, ...more }} onAppealed={() => Promise.resolve()} />,
    )
    return [...container.querySelectorAll('.option')].map(it => it.getAttribute('aria-label'))
  }

  test('that came late shows what was chosen, right or wrong', () => {
    expect(names({})).toEqual(['A，选项A', 'B，选项B，正确答案，您的选择'])
    expect(names({ given: ['A'] })).toEqual(['A，选项A，您的选择', 'B，选项B，正确答案'])
  })

  test('that nothing was chosen in has no answer, whenever its time was over', () => {
    render(<Reviewed contest="c" place={1} row={{ ...row, given: [] }} onAppealed={() => Promise.resolve()} />)
    expect(screen.getByText(/没有答/)).toBeTruthy()
    expect(screen.queryByText(/到得晚了/)).toBeNull()
  })

  test('that counts for everybody shows it, too', () => {
    expect(names({ late: false, voided: true, right: true })).toEqual(['A，选项A', 'B，选项B，正确答案，您的选择'])
  })
})
