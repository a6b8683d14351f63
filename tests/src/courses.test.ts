import { useCourses } from '@/stores/courses'
import { memoryKeyValue } from './memory-key-value'

const mockKept = memoryKeyValue()

jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockKept }))
jest.mock('@/storage/erasure', () => ({ joinErasure: () => undefined }))
jest.mock('@/platform/phone/clock', () => ({ now: () => 1 }))

test('a course that is left is gone from the pages when the phone has written it', async () => {
  await useCourses.getState().begin('changzheng')
  const { update } = mockKept
  let written = () => {}
  jest.spyOn(mockKept, 'update').mockImplementation(async (keys, change) => {
    await update(keys, change)
    await new Promise<void>(resolve => (written = resolve))
  })
  const leaving = useCourses.getState().leave('changzheng')
  await new Promise(resolve => setImmediate(resolve))
  expect(useCourses.getState().begun).toEqual({ changzheng: 1 })
  written()
  await leaving
  expect(useCourses.getState().begun).toEqual({})
})
