import { act, render } from '@testing-library/react'
import type { Catalog } from '@domain/catalog/types'
import { readObjects } from '@/feed/feed'
import { useObjectPictures } from '@/hooks/object-pictures'
import { useCatalog } from '@/stores/catalog'
import { useObjects } from '@/stores/objects'

jest.mock('@/feed/feed', () => ({ readObjects: jest.fn() }))
jest.mock('@/stores/appearance', () => ({ useAppearance: () => ({ theme: 'light' }) }))
const read = jest.mocked(readObjects)

const BOAT = { id: 'boat', alt: '', ink: '<path d="M46 69V49"/>', red: '<path d="M9 9" fill="red"/>' }
const seen: (string | undefined)[][] = []

/** A list of an article that is drawn and one that is not. */
function List() {
  const pictureOf = useObjectPictures()
  seen.push([pictureOf({ id: 'a-0001', drawn: true }), pictureOf({ id: 'a-0002' })])
  return null
}

beforeEach(() => {
  seen.length = 0
  read.mockReset()
  useObjects.setState({ file: undefined, failed: false })
  useCatalog.setState({ catalog: undefined })
})
const listed = () => act(async () => useCatalog.setState({ catalog: {} as Catalog }))

test('drawings are asked for when the list is there, and come into places that wait for them', async () => {
  read.mockResolvedValue({ objects: [BOAT], of: { 'a-0001': 'boat' } })
  render(<List />)
  expect(read).not.toHaveBeenCalled()
  expect(seen.at(-1)).toEqual(['', undefined])
  await listed()
  expect(seen.at(-1)).toEqual([expect.stringMatching(/^data:image\/svg\+xml,%3Csvg .*M46 69V49/), undefined])
  const { calls } = read.mock
  const [asked, address] = [calls.length, seen.at(-1)![0]]
  render(<List />)
  // A row that comes back is drawn in the same moment.
  expect(seen.at(-1)![0]).toBe(address)
  await act(async () => undefined)
  expect(calls).toHaveLength(asked)
})

test('drawings that cannot be read leave rows with their kind, and the next list asks again', async () => {
  read.mockRejectedValueOnce(new Error('offline'))
  const { unmount } = render(<List />)
  await listed()
  expect(seen.at(-1)).toEqual([undefined, undefined])
  unmount()
  read.mockResolvedValue({ objects: [BOAT], of: { 'a-0001': 'boat' } })
  render(<List />)
  await act(async () => undefined)
  expect(seen.at(-1)![0]).toMatch(/^data:/)
})
