import { act, render } from '@testing-library/react'
import { Stretched } from '@/layout/lists/stretched'

type Tell = (isNear: boolean, height: number) => void
const mockWatched = new Map<string, Tell>()
jest.mock('@/platform/page/nearness', () => ({
  watchNearness: (id: string, _near: number, tell: Tell) => {
    mockWatched.set(id, tell)
    return () => mockWatched.delete(id)
  },
}))

const ROWS = Array.from({ length: 40 }, (_, i) => i)
const list = (to: number, of = 'all') => (
  <Stretched rows={ROWS} to={to} of={of} sent={8}>
    {(row, before) => <i key={row} id={`row-${row}`} data-before={before} />}
  </Stretched>
)
const shown = () => [...document.querySelectorAll('i')].map(it => Number(it.id.slice(4)))
const styleOf = (number: number) => document.getElementById(`stretch-${number}`)!.getAttribute('style')
const tell = (number: number, isNear: boolean, height: number) =>
  act(() => mockWatched.get(`stretch-${number}`)!(isNear, height))

beforeEach(() => mockWatched.clear())

test('rows that follow have the height of others until they are near, and are on the page only then', () => {
  const { rerender } = render(list(8))
  expect(shown()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  tell(0, true, 240)
  tell(1, true, 320)
  rerender(list(14))
  expect(shown()).toHaveLength(8)
  expect([styleOf(2), styleOf(3)]).toEqual(['height: 280px;', 'height: 140px;'])
  tell(2, true, 280)
  expect(shown().slice(8)).toEqual([8, 9, 10, 11])
  expect(document.getElementById('row-8')!.dataset.before).toBe('7')
})

test('rows that are far keep the height they had, and come again', () => {
  render(list(8))
  tell(0, false, 240)
  expect([shown(), styleOf(0)]).toEqual([[4, 5, 6, 7], 'height: 240px;'])
  tell(0, true, 240)
  expect(shown()[0]).toBe(0)
})

test('where nothing is ever measured every row is on the page', () => {
  const { rerender } = render(list(8))
  rerender(list(40))
  expect(shown()).toHaveLength(40)
})

test('another list in the same place begins with its first rows', () => {
  const { rerender } = render(list(8))
  tell(0, false, 240)
  rerender(list(8, 'unread'))
  expect(shown()).toHaveLength(8)
})
