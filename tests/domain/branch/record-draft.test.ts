import { rebase } from '@domain/branch/record-draft'
import type { MeetingRecord } from '@domain/contract/meetings'

const base: MeetingRecord = { title: '党课', day: '2026-11-29', time: '19:00', hours: 1, links: ['a-0001'] }

test('what another phone has set and nobody touched here stays', () => {
  const theirs = { ...base, chair: 'li', recorder: 'han', minutes: '那边写的' }
  const { record, clashes } = rebase(base, { ...base, minutes: '这边写的' }, theirs)
  expect(record).toEqual({ ...base, chair: 'li', recorder: 'han', minutes: '这边写的' })
  expect(clashes).toEqual(['minutes'])
})

test('the same words at both ends are no clash, nor is a field that only here was written or emptied', () => {
  const began = { ...base, place: '会议室' }
  const { record, clashes } = rebase(began, { ...base, hours: 2, minutes: '一样' }, { ...began, minutes: '一样' })
  expect(clashes).toEqual([])
  expect([record.hours, record.place]).toEqual([2, undefined])
})

test('a draft that does not know how it began is taken as a whole, and every field that differs is named', () => {
  const { record, clashes } = rebase(undefined, { ...base, title: '我的' }, { ...base, chair: 'li' })
  expect([record.title, record.chair]).toEqual(['我的', undefined])
  expect(clashes).toEqual(['title', 'chair'])
})
