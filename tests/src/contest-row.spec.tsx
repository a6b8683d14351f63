import { render } from '@testing-library/react'
import type { OwnContest } from '@domain/contract/contest-entry'
import { ContestRow } from '@/pages/home/contest-row'

const HOUR = 3_600_000
/** By the service's clock. */
const SERVICE = Date.parse('2026-11-29T04:00:00Z')
const contest = {
  ...{ id: 'c', title: '党史知识竞赛', state: 'open', used: 0, tries: 1 },
  ...{ opens: '2026-11-29T01:00:00.000Z', closes: '2026-11-29T10:00:00.000Z' },
} as OwnContest
const mockStore: { list: OwnContest[]; heard: boolean; load: () => void } = {
  list: [contest],
  heard: true,
  load: jest.fn(),
}
let mockNow = SERVICE
jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined }))
jest.mock('@/navigation', () => ({ open: jest.fn(), routes: { contest: () => '' } }))
jest.mock('@/platform/phone/clock', () => ({ now: () => mockNow }))
jest.mock('@/stores/own-contests', () => ({ useOwnContests: () => mockStore }))
jest.mock('@/stores/session', () => ({
  useSession: (pick: (state: object) => unknown) => pick({ status: 'signed-in' }),
}))

const shown = (heard: boolean, ahead: number, more: Partial<OwnContest> = {}) => {
  Object.assign(mockStore, { list: [{ ...contest, ...more }], heard })
  mockNow = SERVICE + ahead
  const { container } = render(<ContestRow />)
  return container.textContent
}

test('a phone whose clock is wrong, in either direction, sees the contest that the service says is open', () => {
  for (const ahead of [0, 26 * HOUR, -26 * HOUR]) expect(shown(true, ahead)).toMatch(/党史知识竞赛.*截止/)
})

test('what the service says is over is not shown, whatever the phone’s clock says', () => {
  for (const state of ['settling', 'over'] as const) expect(shown(true, -26 * HOUR, { state })).toBe('')
})

test('of what was kept from before the phone’s clock is all there is to go by', () => {
  expect(shown(false, 0)).toMatch(/截止/)
  expect(shown(false, 7 * HOUR)).toBe('')
  expect(shown(false, -4 * HOUR)).toMatch(/开始/)
})
