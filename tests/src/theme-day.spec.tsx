import { act, render } from '@testing-library/react'
import type { MeetingSummary } from '@domain/contract/meetings'
import { ThemeDay } from '@/subpackages/branch/theme-day'

const mockOpen = jest.fn()
const mockBegin = jest.fn()
jest.mock('@/navigation', () => ({ open: (path: string) => void mockOpen(path) }))
jest.mock('@/platform/phone/clock', () => ({ today: () => '2026-11-29', now: () => 0 }))
jest.mock('@/api/idempotency-key', () => ({ idempotentSender: () => jest.fn() }))
jest.mock('@/subpackages/branch/begin-theme-day', () => ({
  beginThemeDay: () => mockBegin() as unknown,
  weeksTheme: () => Promise.resolve({ id: 'w0', title: '从石库门出发' }),
}))

const before = process.env.TARO_ENV
beforeAll(() => void (process.env.TARO_ENV = 'h5'))
afterAll(() => void (process.env.TARO_ENV = before))

const MEETING = { id: 'm', kind: 'theme_day', day: '2026-11-29', present: 0, members: 9 } as MeetingSummary
function shown(meetings: MeetingSummary[], own = false) {
  const { container } = render(
    <ThemeDay branch="b" meetings={meetings} own={own} onBegun={() => undefined} onFailed={() => undefined} />,
  )
  return container
}

test('one that has not begun is begun in one tap', () => {
  for (const meetings of [[], [MEETING]]) expect(shown(meetings).textContent).toMatch(/今天的主题党日，现在开始/)
})

test.each([
  ['its check-in is open', { openUntil: '2026-11-29T08:00:00.000Z' }],
  ['somebody is there', { present: 3 }],
])('one that is running is not begun again: %s', async (_why, more) => {
  const container = shown([{ ...MEETING, ...more }], true)
  expect(container.textContent).not.toMatch(/现在开始|都备好/)
  await act(async () => container.querySelector<HTMLElement>('#theme-day')!.click())
  expect(mockOpen).toHaveBeenCalledWith('/subpackages/screen/show/index?theme=w0&meeting=m')
  expect(mockBegin).not.toHaveBeenCalled()
})

test('whoever has the projector at another computer is told what to type there', () => {
  for (const meetings of [[], [{ ...MEETING, present: 3 }]]) {
    expect(shown(meetings).textContent).toMatch(/在那台的浏览器里打开 localhost\/screen/)
  }
})
