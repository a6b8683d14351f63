import { fireEvent, render, screen } from '@testing-library/react'
import { useHold } from '@/subpackages/reader/article/hold'

const opened: string[] = []

/** A paragraph with a fact in it. What a long press is comes from Taro: the context menu stands for it. */
function Paragraph() {
  const { touch, hold, release, forget, tap } = useHold(() => void opened.push('note'))
  return (
    <p
      onTouchStart={event => touch(event.touches.length)}
      onContextMenu={() => hold(0)}
      onTouchEnd={release}
      onTouchCancel={forget}
    >
      <span onClick={() => tap(() => void opened.push('fact'))}>李达</span>
    </p>
  )
}

/** So many fingers come to the text. */
const fingers = (count: number) => ({ touches: Array.from({ length: count }, (_, identifier) => ({ identifier })) })

beforeEach(() => {
  opened.length = 0
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('a long press on a fact opens the sheet of notes alone: its release is no tap on the fact', () => {
  render(<Paragraph />)
  const fact = screen.getByText('李达')
  fireEvent.touchStart(fact, fingers(1))
  fireEvent.contextMenu(fact)
  fireEvent.touchEnd(fact)
  fireEvent.click(fact)
  jest.runAllTimers()
  expect(opened).toEqual(['note'])
  fireEvent.click(fact)
  expect(opened).toEqual(['note', 'fact'])
})

test('a long press that the phone takes away leaves the facts to be tapped', () => {
  render(<Paragraph />)
  const fact = screen.getByText('李达')
  fireEvent.touchStart(fact, fingers(1))
  fireEvent.contextMenu(fact)
  fireEvent.touchCancel(fact)
  fireEvent.click(fact)
  jest.runAllTimers()
  expect(opened).toEqual(['fact'])
})

test('two fingers that rest on the text open nothing, and one finger after them does', () => {
  render(<Paragraph />)
  const fact = screen.getByText('李达')
  fireEvent.touchStart(fact, fingers(1))
  fireEvent.touchStart(fact, fingers(2))
  fireEvent.contextMenu(fact)
  fireEvent.touchEnd(fact)
  fireEvent.touchEnd(fact)
  jest.runAllTimers()
  expect(opened).toEqual([])
  fireEvent.touchStart(fact, fingers(1))
  fireEvent.contextMenu(fact)
  fireEvent.touchEnd(fact)
  jest.runAllTimers()
  expect(opened).toEqual(['note'])
})

test('a second finger that comes to a held paragraph takes the long press away', () => {
  render(<Paragraph />)
  const fact = screen.getByText('李达')
  fireEvent.touchStart(fact, fingers(1))
  fireEvent.contextMenu(fact)
  fireEvent.touchStart(fact, fingers(2))
  fireEvent.touchEnd(fact)
  jest.runAllTimers()
  expect(opened).toEqual([])
  fireEvent.click(fact)
  expect(opened).toEqual(['fact'])
})
