import { nextMeeting, secondsUntil } from '@domain/branch/meetings'

const at = (day: string, time = '19:00') => ({ day, time })

test('the next meeting is the nearest from today on', () => {
  const list = [at('2026-12-20'), at('2026-11-24', '20:00'), at('2026-11-24', '09:00'), at('2026-11-01')]
  expect(nextMeeting(list, '2026-11-24')).toEqual(at('2026-11-24', '09:00'))
  expect(nextMeeting(list, '2026-12-21')).toBeUndefined()
})

test('seconds left go by the end, and never below nothing', () => {
  const now = Date.parse('2026-11-24T11:00:00Z')
  expect(secondsUntil('2026-11-24T11:10:00Z', now)).toBe(600)
  expect(secondsUntil('2026-11-24T11:00:00.400Z', now)).toBe(1)
  expect(secondsUntil('2026-11-24T10:00:00Z', now)).toBe(0)
  expect(secondsUntil(undefined, now)).toBe(0)
})
