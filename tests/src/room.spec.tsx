import { fireEvent, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { PhoneView, ScreenView } from '@domain/contract/room'
import { Round } from '@/subpackages/exam/room/round'
import { Lobby } from '@/subpackages/screen/room/lobby'
import { Question } from '@/subpackages/screen/room/question'
import { Result } from '@/subpackages/screen/room/result'
import { Chooser } from '@/subpackages/screen/show/chooser'

const mockOpen = jest.fn()
jest.mock('@/navigation', () => ({ open: (path: string) => void mockOpen(path) }))
jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined }))
jest.mock('@/platform/phone/keep-awake', () => ({ keepAwake: jest.fn() }))
jest.mock('@/platform/phone/phone', () => ({ monotonicNow: () => 0 }))
jest.mock('@/api/room', () => ({ linkRoom: jest.fn() }))
jest.mock('@/storage/room-keys', () => ({ readRoomKey: () => undefined, keepRoomKey: () => undefined }))

const OPTIONS = ['a', 'b', 'c', 'd'].map(id => ({ id, text: `选项${id}` }))
const question = (type: 'single' | 'multiple' | 'judge') => ({ id: 'q-00001', type, stem: '哪几位', options: OPTIONS })
const SCREEN: ScreenView = {
  ...{ code: '319137', phase: 'open', at: 0, count: 5, kind: 'all', question: question('multiple'), paused: false },
  ...{ void: false, skipped: false, teams: 0, locked: false, players: 4, here: 4, answered: 0, buzzes: [], can: [] },
} as unknown as ScreenView
const PHONE: PhoneView = {
  ...{ code: '319137', phase: 'open', at: 0, count: 5, kind: 'all', question: question('multiple'), paused: false },
  ...{ void: false, skipped: false, teams: 0, name: '示例', team: 0, mayAnswer: true, mayBuzz: false, score: 0 },
} as PhoneView
const text = (node: ReactNode) => render(<>{node}</>).container.textContent
const round = (view: PhoneView) => <Round room={{ view, there: true, at: 0, say: () => undefined }} view={view} />

test('a question with several right answers says so, on the screen and on the phone', () => {
  expect(text(<Question view={SCREEN} at={0} />)).toMatch(/必答，多选，选出所有正确的，第 1 题/)
  expect(text(round(PHONE))).toMatch(/多选，选出所有正确的/)
  for (const type of ['single', 'judge'] as const) {
    expect(text(<Question view={{ ...SCREEN, question: question(type) }} at={0} />)).not.toMatch(/多选|选出所有/)
    expect(text(round({ ...PHONE, question: question(type) }))).not.toMatch(/多选|选出所有/)
  }
})

test('whoever leads sends out one, or one and all who came later; of a few there is no such choice', () => {
  const removed = jest.fn()
  const people = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ player: `p${i}`, name: `人${i}`, team: 0, here: true }))
  const lobby = (n: number) => (
    <Lobby view={{ ...SCREEN, people: people(n), absent: 0 }} onRemove={removed} onClear={() => undefined} />
  )
  expect(text(lobby(10))).not.toMatch(/一次请出好几个/)
  const { container } = render(lobby(11))
  const press = (id: string) => fireEvent.click(container.querySelector(`#${id}`)!)
  press('player-p3')
  press('room-after')
  expect(container.querySelector('#room-after')!.textContent).toMatch(/请点一个名字/)
  press('player-p4')
  press('player-p5')
  expect(removed.mock.calls).toEqual([
    ['p3', false],
    ['p4', true],
    ['p5', false],
  ])
})

test('its boxes are square on the screen as they are on the phone', () => {
  const { container } = render(<Question view={SCREEN} at={0} />)
  expect(container.querySelectorAll('.show__option--square')).toHaveLength(4)
})

describe('抢答 that is closed', () => {
  const CLOSED: ScreenView = {
    ...SCREEN,
    ...{ kind: 'buzz', question: question('single'), phase: 'closed', chosen: { b: 1 }, right: 1, answered: 1 },
    solution: { answer: ['b'], explain: '因为' },
    buzzes: [
      { name: '示四', team: 0, ms: 1230 },
      { name: '示五', team: 0, ms: 2500 },
    ],
    said: ['b'],
  }

  test('names who got it, not how many chose what', () => {
    const { container } = render(<Question view={CLOSED} at={0} />)
    expect(container.textContent).toMatch(/示四抢到，答对了，1\.23 秒/)
    expect(container.querySelectorAll('.room-chosen')).toHaveLength(0)
  })

  test('names the team beside it where there are teams', () => {
    const first = { name: '示四', team: 1, ms: 1230 }
    expect(text(<Question view={{ ...CLOSED, teams: 2, buzzes: [first] }} at={0} />)).toMatch(/示四（第二队）抢到/)
  })

  test('says that nobody got it', () => {
    expect(text(<Question view={{ ...CLOSED, right: 0, chosen: { a: 1 } }} at={0} />)).toMatch(/没有人答对/)
    const none = { ...CLOSED, right: 0, buzzes: [], said: undefined }
    expect(text(<Question view={{ ...none, chosen: {}, answered: 0 }} at={0} />)).toMatch(/没有人抢/)
    // Two were wrong, and then nobody went on.
    expect(text(<Question view={{ ...none, chosen: { a: 2 }, answered: 2 }} at={0} />)).toMatch(/没有人答对/)
  })
})

test('how often an option was chosen stands behind what marks the right one: the numbers are in one column', () => {
  const view = {
    ...SCREEN,
    ...{ phase: 'closed', chosen: { a: 1, b: 3 }, right: 3, answered: 4 },
    solution: { answer: ['b'], explain: '因为' },
  } as ScreenView
  const { container } = render(<Question view={view} at={0} />)
  for (const line of container.querySelectorAll('.show__option')) {
    expect(line.lastElementChild?.classList.contains('room-chosen')).toBe(true)
  }
})

test('the result says how many questions counted', () => {
  const view = { ...SCREEN, phase: 'end', question: undefined } as ScreenView
  expect(text(<Result view={{ ...view, counted: 4 }} />)).toMatch(/一共 5 题，算分的 4 题/)
  expect(text(<Result view={{ ...view, counted: 5 }} />)).not.toMatch(/算分的/)
  expect(text(round({ ...PHONE, phase: 'end', question: undefined, counted: 4 }))).toMatch(/一共 5 题，算分的 4 题/)
})

test('现场答题 is found from the first page of the big screen', () => {
  const theme = { id: 'w0', title: '从石库门出发', from: '这一周', note: '' }
  const { container } = render(<Chooser themes={[theme as never]} />)
  expect(container.textContent).toMatch(/现场答题/)
  container.querySelector<HTMLElement>('#to-room')!.click()
  expect(mockOpen).toHaveBeenCalledWith('/subpackages/screen/room/index?theme=w0')
})
