import type { ArticleMeta, HistoryId, Ledger } from '@domain/feed/types'
import { isOfHistory } from '@domain/feed/histories'

const ledger = {
  events: [{ histories: ['party'] }, { histories: ['party', 'reform'] }, { histories: ['reform'] }],
} as unknown as Ledger
const article = (events: number[]) => ({ cites: { events, people: [] } }) as unknown as ArticleMeta

test.each<[number[], HistoryId, boolean]>([
  [[0, 1, 2], 'party', true],
  [[0, 1, 2], 'reform', true],
  [[0, 1], 'reform', true],
  [[0, 0, 1], 'reform', false],
  [[0], 'prc', false],
  [[], 'party', false],
  [[9], 'party', false],
])('an article that cites events %j is of %s: %s', (events, history, is) => {
  expect(isOfHistory(article(events), ledger, history)).toBe(is)
})
