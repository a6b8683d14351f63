import { linkRoom } from '@/api/room'
import type { SocketHears } from '@/platform/phone/socket'

/** Every socket that was opened, the last one last. */
const mockSockets: { hears: SocketHears; said: unknown[]; closed: boolean }[] = []
jest.mock('@/platform/phone/socket', () => ({
  openSocket: (_path: string, hears: SocketHears) => {
    const it = { hears, said: [] as unknown[], closed: false }
    mockSockets.push(it)
    return {
      send: (text: string) => void it.said.push(JSON.parse(text)),
      close: () => {
        it.closed = true
      },
    }
  },
}))
jest.mock('@/api/client', () => ({ call: jest.fn() }))

const HELLO = { t: 'join' as const, code: '319137', name: '示例' }
const told = { views: [] as unknown[], lines: [] as boolean[], refused: [] as string[], keys: [] as string[] }
const begin = () =>
  linkRoom(() => HELLO, {
    onView: view => void told.views.push(view),
    onKey: key => void told.keys.push(key),
    onRefused: code => void told.refused.push(code),
    onLine: there => void told.lines.push(there),
  })
const last = () => mockSockets[mockSockets.length - 1]!
const tell = (message: object) => last().hears.onMessage(JSON.stringify(message))

beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
  mockSockets.length = 0
  for (const list of Object.values(told)) list.length = 0
})
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

test('a phone that wakes up while it is coming in does not begin anew', () => {
  const link = begin()
  link.wake()
  expect(mockSockets).toHaveLength(1)
  last().hears.onOpen()
  expect(last().said).toEqual([HELLO])
  tell({ t: 'phone', view: 1 })
  link.wake()
  expect(mockSockets).toHaveLength(1)
  expect(told.lines).toEqual([true])
  link.close()
})

test('a broken line is greeted again, later each time; waking up does not wait for that', () => {
  const link = begin()
  last().hears.onOpen()
  tell({ t: 'phone', view: 1 })
  last().hears.onClose()
  expect(told.lines).toEqual([true, false])
  jest.advanceTimersByTime(299)
  expect(mockSockets).toHaveLength(1)
  jest.advanceTimersByTime(1)
  expect(mockSockets).toHaveLength(2)
  last().hears.onClose()
  jest.advanceTimersByTime(999)
  expect(mockSockets).toHaveLength(2)
  link.wake()
  expect(mockSockets).toHaveLength(3)
  last().hears.onOpen()
  expect(last().said).toEqual([HELLO])
  // The wait that was given up does not open another.
  tell({ t: 'phone', view: 2 })
  jest.advanceTimersByTime(60_000)
  expect(mockSockets).toHaveLength(3)
  link.close()
})

test('a line on which nobody answers is no line', () => {
  const link = begin()
  last().hears.onOpen()
  jest.advanceTimersByTime(8_000)
  expect(last().closed).toBe(true)
  jest.advanceTimersByTime(300)
  expect(mockSockets).toHaveLength(2)
  link.close()
})

test('who is refused is told once, and nothing is tried again; what an old socket says is not heard', () => {
  begin()
  const [first] = mockSockets
  last().hears.onOpen()
  last().hears.onClose()
  jest.advanceTimersByTime(300)
  first!.hears.onMessage(JSON.stringify({ t: 'phone', view: 1 }))
  expect(told.views).toEqual([])
  tell({ t: 'joined', key: 'k' })
  tell({ t: 'no', code: 'over', message: '结束了' })
  tell({ t: 'phone', view: 2 })
  last().hears.onClose()
  jest.advanceTimersByTime(60_000)
  expect([told.keys, told.refused, told.views]).toEqual([['k'], ['over'], []])
  expect(mockSockets).toHaveLength(2)
})
