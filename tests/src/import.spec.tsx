import './build-constants'
import { importRecords } from '@/actions/transfer'
import { readArchive } from '@/storage/archive'
import { SCHEMA } from '@/storage/migrations'
import { useCourses } from '@/stores/courses'
import { useFriends } from '@/stores/friends'
import { useMember } from '@/stores/member'
import { useNotes } from '@/stores/notes'
import { usePapers } from '@/stores/papers'
import { useQuizSession } from '@/stores/quiz-session'
import { useReports } from '@/stores/reports'
import { useSearchHistory } from '@/stores/search-history'
import { useSlips } from '@/stores/slips'
import { useWhichFirst } from '@/stores/which-first'
import { memoryKeyValue } from './memory-key-value'

const mockKv = memoryKeyValue()
jest.mock('@/storage/key-value', () => ({ openKeyValue: async () => mockKv }))
jest.mock('@/platform/phone/phone', () => jest.requireActual('./mocks/phone'))

/** What another phone brings, a record of each kind that a store keeps in memory. */
const BROUGHT = {
  papers: [{ id: 'p', at: 5, title: '模拟考试', total: 20, correct: 15, line: 60 }],
  courses: { 'course-founding': 5 },
  friends: [{ code: 'ABCD', at: 5 }],
  'which-first': { '2026-11-28': [{ left: 'x', right: 'y', given: 'left', correct: true }] },
  searches: ['遵义'],
  reports: [{ about: '题', words: '错字', note: '', day: '2026-11-28' }],
  'notes/a-0001': { n: { id: 'n', item: 'a-0001', words: '记', at: 5, quote: { exact: '', prefix: '', suffix: '' } } },
  'slip/who': { name: '甲', branch: '一支部', tag: 7 },
}

const held = () => ({
  papers: usePapers.getState().papers?.map(it => it.id),
  courses: useCourses.getState().begun,
  friends: useFriends.getState().challenges.map(it => it.code),
  'which-first': Object.keys(useWhichFirst.getState().days ?? {}),
  searches: useSearchHistory.getState().queries,
  reports: useReports.getState().reports.map(it => it.words),
  'notes/a-0001': Object.keys(useNotes.getState().notes ?? {}),
  'slip/who': useSlips.getState().who?.name,
})

test('what another phone brings is seen at once, also by stores that had read before it came', async () => {
  const stores = [usePapers, useCourses, useFriends, useWhichFirst, useSearchHistory, useReports, useNotes, useSlips]
  for (const store of stores) await store.getState().load()
  await useMember.getState().settled()
  const text = { app: 'e-dangshi', format: 1, schema: SCHEMA, exportedAt: 10, values: BROUGHT }
  await importRecords(readArchive(JSON.stringify(text)))
  expect(held()).toEqual({
    papers: ['p'],
    courses: { 'course-founding': 5 },
    friends: ['ABCD'],
    'which-first': ['2026-11-28'],
    searches: ['遵义'],
    reports: ['错字'],
    'notes/a-0001': ['n'],
    'slip/who': '甲',
  })
  expect(useQuizSession.getState().lost).toBe(true)
})
