import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { useFormDrafts } from '@/stores/form-drafts'
import OfflinePage from '@/subpackages/branch/offline/index'
import { memoryKeyValue } from './memory-key-value'

/** A phone whose writes take as long as the test likes. */
const mockKept = memoryKeyValue()
let mockWriting: Promise<unknown> = Promise.resolve()
const mockSlow = {
  ...mockKept,
  update: async (...change: Parameters<typeof mockKept.update>) => {
    await mockWriting
    return mockKept.update(...change)
  },
}
const mockRecord = jest.fn(() => Promise.resolve())
jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockSlow }))
jest.mock('@/storage/erasure', () => ({ joinErasure: () => undefined }))
jest.mock('@/platform/phone/clock', () => ({
  now: () => Date.parse('2026-11-29T12:00:00+08:00'),
  today: () => '2026-11-29',
  newId: async () => 'key',
}))
jest.mock('@/stores/session', () => ({ authorised: undefined }))
jest.mock('@/subpackages/branch/desk', () => ({
  Desk: ({ children }: { children: (desk: { branch: string }) => ReactNode }) => children({ branch: 'b' }),
}))
jest.mock('@/subpackages/branch/loaded', () => ({ BranchLoaded: () => null }))
jest.mock('@/hooks/query', () => ({
  useQuery: () => ({ status: 'ready', value: { rows: [{ member: 'm' }] }, reload: async () => undefined }),
}))
jest.mock('@/api/branch', () => ({
  offlineApi: () => ({ record: () => mockRecord() }),
  reportApi: () => ({}),
}))

const settled = () => act(() => new Promise(resolve => setTimeout(resolve, 5)))
const kept = () => mockKept.raw.get('branch/forms') ?? ''

async function filledIn() {
  useFormDrafts.setState({ entries: {} })
  await useFormDrafts
    .getState()
    .keep('offline b', { at: Date.parse('2026-11-29T11:00:00+08:00'), fields: { picked: ['m'], what: '集体学习' } })
  render(<OfflinePage />)
  await settled()
}
const press = () => fireEvent.click(screen.getByText('记上'))

beforeEach(() => {
  mockWriting = Promise.resolve()
  mockKept.raw.clear()
  mockRecord.mockClear()
})

test('that it is written down is said when the form is forgotten, however slowly the phone writes; until then it is not sent again', async () => {
  await filledIn()
  let written!: () => void
  mockWriting = new Promise<void>(resolve => (written = resolve))
  press()
  await settled()
  expect(kept()).toContain('集体学习')
  expect(screen.queryByText(/已经给/)).toBeNull()
  press()
  written()
  await settled()
  expect(screen.getByText('✓ 已经给 1 位党员记上')).toBeTruthy()
  expect(kept()).toBe('')
  expect(mockRecord).toHaveBeenCalledTimes(1)
})

test('a phone that cannot write says so, and that it was sent all the same', async () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation()
  await filledIn()
  mockWriting = Promise.reject(new Error('full'))
  mockWriting.catch(() => undefined)
  press()
  await settled()
  expect(screen.getByText(/✓ 已经给 1 位党员记上。手机没能清掉填过的/)).toBeTruthy()
  expect(warned).toHaveBeenCalledWith('an entry is not kept', expect.any(Error))
  warned.mockRestore()
})
