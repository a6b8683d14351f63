import { leaveWord, RECORD_FIELDS } from '@domain/contract/meeting-record'
import type { MeetingRecord } from '@domain/contract/meetings'
import { changedFields } from '@domain/text/changed-fields'

const record: MeetingRecord = { title: '党课', day: '2026-11-05', time: '19:00', hours: 1, links: [] }

test('an edit leaves the names of what it changed, and none of the words', () => {
  const after = { ...record, hours: 2, links: ['a-0001'], minutes: '议了三件事', place: undefined }
  expect(changedFields<MeetingRecord>(RECORD_FIELDS, record, after)).toEqual(['学时', '学习内容', '会议记录'])
  const again = { ...after, place: '', links: ['a-0001', 'a-0001'] }
  expect(changedFields<MeetingRecord>(RECORD_FIELDS, after, again)).toEqual([])
  const stored = { ...after, place: null, links: ['b', 'a'] }
  expect(changedFields<MeetingRecord>(RECORD_FIELDS, stored, { ...after, links: ['a', 'b'] })).toEqual([])
})

test('leave is said by its short word, with the note where there is one', () => {
  expect(leaveWord({ reason: 'health' })).toBe('身体原因')
  expect(leaveWord({ reason: 'away', note: '去外地看孩子' })).toBe('外出：去外地看孩子')
})
