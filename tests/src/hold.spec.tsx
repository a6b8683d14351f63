import { fireEvent, render, screen } from '@testing-library/react'
import { useHold } from '@/subpackages/reader/article/hold'

const opened: string[] = []

/** A paragraph with a fact in it; what a long press is comes from Taro. */
function Paragraph() {
  const { hold, release, forget, tap } = useHold(() => void opened.push('note'))
  return (
    <p onTouchStart={() => hold(0)} onTouchEnd={release} onTouchCancel={forget}>
      <span onClick={() => tap(() => void opened.push('fact'))}>李达</span>
    </p>
  )
}

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
  fireEvent.touchStart(fact)
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
  fireEvent.touchStart(fact)
  fireEvent.touchCancel(fact)
  fireEvent.click(fact)
  jest.runAllTimers()
  expect(opened).toEqual(['fact'])
})
