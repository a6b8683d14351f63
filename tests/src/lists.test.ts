import type { LedgerPerson } from '@domain/catalog/ledger'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { groupOf as groupOfPerson } from '../../src/subpackages/library/people/list'
import { groupOf, type ListRow } from '../../src/subpackages/library/shelf/list'

const article = (date: string): ListRow => ({ kind: 'article', item: { id: 'a-0001', date } as ArticleMeta })
const episode = (number: number): ListRow => ({
  kind: 'episode',
  item: { id: 'e-0001', number, date: '1935-01-15' } as EpisodeMeta,
})
const person = (id: string, born?: string) => ({ id, born }) as LedgerPerson

test('a shelf is parted by decades, whatever is read or heard', () => {
  expect(groupOf(article('1935-01-15'), false)).toBe('1930年代')
  expect(groupOf(article('1921'), false)).toBe('1920年代')
  expect(groupOf(episode(12), false)).toBe('1930年代')
})

test('a series is parted by tens of its episodes', () => {
  expect(groupOf(episode(10), true)).toBe('第 1 到 10 集')
  expect(groupOf(episode(11), true)).toBe('第 11 到 20 集')
})

test('people are parted as they are ordered: by letter, or by the decade of their birth', () => {
  expect(groupOfPerson(person('zhou-enlai', '1898-03-05'), 'name')).toBe('Z')
  expect(groupOfPerson(person('zhou-enlai', '1898-03-05'), 'born')).toBe('1890年代出生')
  expect(groupOfPerson(person('wu-ming'), 'born')).toBe('生年不详')
})
