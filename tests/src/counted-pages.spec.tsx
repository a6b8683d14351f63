import { act, render, screen } from '@testing-library/react'
import { useCountedPages } from '@/hooks/pages'

let readMore: () => Promise<void>
let reload: () => Promise<void>

function List({ read }: { read: (from: number) => Promise<{ rows: string[]; total: number }> }) {
  const { first, readMore: next } = useCountedPages('list', read)
  readMore = next
  reload = first.reload
  return first.status === 'ready' ? (
    <p>
      {first.value.rows.join()} {first.value.more ? 'more' : 'all'} of {first.value.head.total}
    </p>
  ) : null
}

test('the next page begins where the last one ended, until as many rows are there as there are in all', async () => {
  const all = ['a', 'b', 'c', 'd', 'e']
  const read = jest.fn(async (from: number) => ({ rows: all.slice(from, from + 2), total: all.length }))
  render(<List read={read} />)
  await screen.findByText('a,b more of 5')
  await act(() => readMore())
  await screen.findByText('a,b,c,d more of 5')
  await act(() => readMore())
  await screen.findByText('a,b,c,d,e all of 5')
  await act(() => readMore())
  expect(read.mock.calls).toEqual([[0], [2], [4]])
})

test('a page with nothing in it is the last one, whatever the count says', async () => {
  const read = async (from: number) => ({ rows: from === 0 ? ['a'] : [], total: 3 })
  render(<List read={read} />)
  await screen.findByText('a more of 3')
  await act(() => readMore())
  await screen.findByText('a all of 3')
})

test('a reload reads again what is shown, from page one: what came in between puts no row twice', async () => {
  let all = ['a', 'b', 'c', 'd', 'e']
  const read = async (from: number) => ({ rows: all.slice(from, from + 2), total: all.length })
  render(<List read={read} />)
  await screen.findByText('a,b more of 5')
  await act(() => readMore())
  await screen.findByText('a,b,c,d more of 5')
  all = ['new', ...all]
  await act(() => reload())
  await screen.findByText('new,a,b,c more of 6')
  await act(() => readMore())
  await screen.findByText('new,a,b,c,d,e all of 6')
  all = ['only']
  await act(() => reload())
  await screen.findByText('only all of 1')
})

test('a page that cannot be read at a reload leaves the list as it was', async () => {
  let broken = false
  const read = async (from: number) => {
    if (broken && from > 0) throw new Error('gone')
    return { rows: [broken ? 'new' : `row ${from}`], total: 3 }
  }
  render(<List read={read} />)
  await screen.findByText('row 0 more of 3')
  await act(() => readMore())
  broken = true
  await act(() => reload())
  await screen.findByText('row 0,row 1 more of 3')
})
