import { blankActivity } from '@domain/branch/activity-draft'
import type { ActivityKind } from '@domain/contract/activity-kinds'
import { StorageFullError } from '@/storage/errors'
import { type ActivityDraft, useActivityDrafts } from '@/stores/activity-drafts'
import { useInviteCodes } from '@/stores/invite-codes'
import { useMeetingCodes } from '@/stores/meeting-codes'
import { memoryKeyValue } from './memory-key-value'

const mockKept = memoryKeyValue()
let mockNow = Date.parse('2026-11-28T19:00:00+08:00')

jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockKept }))
jest.mock('@/storage/erasure', () => ({ joinErasure: () => undefined }))
jest.mock('@/platform/phone/clock', () => ({ now: () => mockNow }))

const iso = (minutes: number) => new Date(mockNow + minutes * 60_000).toISOString()
const code = (minutes: number) => ({ qr: 'EQX-QD.x', digits: '123456', until: iso(minutes), endsHere: iso(minutes) })
const settled = () => new Promise(resolve => setImmediate(resolve))
/** The app is closed and opened again: only what is kept is left. */
const relaunched = async () => {
  await settled()
  useMeetingCodes.setState({ entries: {} })
  await useMeetingCodes.getState().load()
  return useMeetingCodes.getState().entries
}

beforeEach(() => mockKept.raw.clear())

test('a check-in code is still there after the app was closed, until it ends', async () => {
  const [held, short] = [code(30), code(5)]
  useMeetingCodes.getState().keep('m', held)
  useMeetingCodes.getState().keep('n', short)
  expect(await relaunched()).toEqual({ m: held, n: short })
  mockNow += 10 * 60_000
  expect(await relaunched()).toEqual({ m: held })
})

test('a code that was closed does not come back, and nothing of it is kept', async () => {
  useMeetingCodes.getState().keep('m', code(30))
  useMeetingCodes.getState().keep('m', undefined)
  expect(await relaunched()).toEqual({})
  expect(mockKept.raw.size).toBe(0)
})

test('what is kept is there when that is said, and a phone that cannot write says so without failing', async () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation()
  expect(await useMeetingCodes.getState().keep('m', code(30))).toBe(true)
  expect(mockKept.raw.get('branch/codes')).toContain('123456')
  const full = jest.spyOn(mockKept, 'update').mockRejectedValue(new StorageFullError('test'))
  expect(await useMeetingCodes.getState().keep('m', undefined)).toBe(false)
  expect(useMeetingCodes.getState().entries.m).toBeUndefined()
  expect(warned).toHaveBeenCalledTimes(1)
  full.mockRestore()
  warned.mockRestore()
})

test('an invite is shown again until it lapses, on the phone that made it', async () => {
  const invite = { id: 'i', code: '7K3M-9QXT', expiresAt: iso(60) }
  useInviteCodes.getState().keep('i', invite)
  await settled()
  useInviteCodes.setState({ entries: {} })
  await useInviteCodes.getState().load()
  expect(useInviteCodes.getState().entries).toEqual({ i: invite })
  mockNow += 61 * 60_000
  useInviteCodes.setState({ entries: {} })
  await useInviteCodes.getState().load()
  expect(useInviteCodes.getState().entries).toEqual({})
})

test('what is kept and is no code is not shown', async () => {
  mockKept.raw.set('branch/codes', JSON.stringify({ m: { qr: 7 } }))
  expect(await relaunched()).toEqual({})
})

const KIND = { id: 'talk', states: [{ id: 'planned', title: '计划' }] } as unknown as ActivityKind
const draft = (title: string): ActivityDraft => ({ ...blankActivity(KIND, '2026-11-28'), title })
const write = (id: string, title: string) => useActivityDrafts.getState().keep(id, { at: mockNow, draft: draft(title) })
const drafts = async () => {
  await settled()
  useActivityDrafts.setState({ entries: {} })
  await useActivityDrafts.getState().load()
  return Object.fromEntries(
    Object.entries(useActivityDrafts.getState().entries).map(([id, it]) => [id, it!.draft.title]),
  )
}

test('a draft that another window writes is not written over by one’s own', async () => {
  write('b1 new', '这边写的')
  await settled()
  // The other window has read nothing of this one's and writes another.
  useActivityDrafts.setState({ entries: {} })
  write('b1 x', '那边写的')
  expect(await drafts()).toEqual({ 'b1 new': '这边写的', 'b1 x': '那边写的' })
})

test('ten drafts wait for thirty days, those that were written last', async () => {
  for (let i = 0; i < 12; i++) {
    mockNow += 60_000
    write(`b1 ${i}`, `第${i}份`)
    await settled()
  }
  expect(Object.keys(await drafts())).toHaveLength(10)
  expect(Object.keys(await drafts())).not.toContain('b1 1')
  mockNow += 31 * 86_400_000
  expect(await drafts()).toEqual({})
})
