import type { CitedLedger } from '@domain/catalog/ledger'
import type { HistoryId } from '@domain/catalog/types'
import { isOfHistory } from '@domain/catalog/histories'

const ledgerWith = (events: number[]) =>
  ({
    citations: { 'a-0001': { events, people: [] } },
    events: [{ histories: ['party'] }, { histories: ['party', 'reform'] }, { histories: ['reform'] }],
  }) as unknown as CitedLedger

test.each<[number[], HistoryId, boolean]>([
  [[0, 1, 2], 'party', true],
  [[0, 1, 2], 'reform', true],
  [[0, 1], 'reform', true],
  [[0, 0, 1], 'reform', false],
  [[0], 'prc', false],
  [[], 'party', false],
  [[9], 'party', false],
])('an article that cites events %j is of %s: %s', (events, history, is) => {
  expect(isOfHistory({ id: 'a-0001' }, ledgerWith(events), history)).toBe(is)
})

test('an article that nothing is known of is of no history', () => {
  expect(isOfHistory({ id: 'a-0002' }, ledgerWith([0]), 'party')).toBe(false)
})
