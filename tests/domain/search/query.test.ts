import type { Ledger, LedgerEvent, LedgerPerson } from '@domain/catalog/ledger'
import type { ArticleBody } from '@domain/catalog/types'
import { ledgerDocuments, withBody, type SearchDocument } from '@domain/search/documents'
import { lookUp } from '@domain/search/look-up'
import { datesInDigits, datesInWords, namesWithin, nameTable, parseQuery } from '@domain/search/query'
import { nearest, suggest } from '@domain/search/suggest'

const event = (id: string, title: string, date: string, aliases: string[], people: string[] = []): LedgerEvent => ({
  id,
  title,
  date,
  people,
  aliases,
  figures: [],
  names: [],
  summary: `${title}的经过。`,
  period: 'new-democratic',
  histories: ['party'],
  basis: 'recalled',
  verifyIn: [],
})
const person = (id: string, name: string, aliases: string[]): LedgerPerson => ({
  id,
  name,
  aliases,
  offices: [],
  summary: `${name}的生平。`,
  basis: 'recalled',
  verifyIn: [],
})
const LEDGER: Ledger = {
  events: [
    event('nanchang', '南昌起义', '1927-08-01', ['八一起义'], ['zhou-enlai']),
    event('zunyi', '遵义会议', '1935-01-15', []),
    event('yierjiu', '“一二·九”运动', '1935-12-09', []),
  ],
  people: [person('zhou-enlai', '周恩来', ['周总理'])],
  works: [],
  glossary: [],
}
const documents = ledgerDocuments(LEDGER)
const names = nameTable(LEDGER)
const found = (query: string) => lookUp(documents, names, query).hits.map(hit => hit.document.id)

test.each([
  ['八一起义', 'nanchang'],
  ['周总理', 'zhou-enlai'],
  ['1935年1月', 'zunyi'],
  ['一九三五年一月', 'zunyi'],
  ['１９３５年１月', 'zunyi'],
  ['1935-01-15', 'zunyi'],
  ['1935.1.15', 'zunyi'],
  ['1935/1', 'zunyi'],
  ['一二九运动', 'yierjiu'],
  ['一二 九', 'yierjiu'],
  ['周恩来 南昌', 'nanchang'],
  ['遵义会议是哪一年开的', 'zunyi'],
])('%s leads to %s first', (query, id) => {
  expect(found(query)[0]).toBe(id)
})

test('the month asked for is not found in another month', () => {
  expect(found('1935年2月')).toEqual([])
  expect(found('1935年1月')).not.toContain('yierjiu')
})

test('a name is looked for under all names of the thing', () => {
  expect(parseQuery('周总理', names)).toEqual([{ typed: '周总理', forms: ['周总理', '周恩来'] }])
})

test('of names inside one another the longest counts', () => {
  expect(namesWithin('八一起义和周总理', names).map(it => it.typed)).toEqual(['八一起义', '周总理'])
})

test('a query of marks alone finds nothing', () => {
  expect(found(' “·” ')).toEqual([])
  expect(found('')).toEqual([])
})

test('what stands nowhere is answered by the names in it, and says so', () => {
  expect(lookUp(documents, names, '遵义会议在哪里').loosened).toBe(true)
  expect(lookUp(documents, names, '遵义会议').loosened).toBe(false)
})

test.each([
  ['一九四九年十月一日', '1949年10月1日'],
  ['二〇二一年七月', '2021年7月'],
  ['十二月二十六日', '12月26日'],
  ['一二九运动', '一二九运动'],
  ['三十日', '30日'],
  ['九九日', '九九日'],
])('the date %s is also looked for as %s', (han, digits) => {
  expect(datesInDigits(han)).toBe(digits)
})

test('suggestions go on from what is typed, other names included', () => {
  expect(suggest(documents, '遵', 5).map(it => it.text)).toEqual(['遵义会议'])
  expect(suggest(documents, '八一', 5).map(it => it.text)).toEqual(['南昌起义'])
  expect(suggest(documents, '起义', 5).map(it => it.text)).toEqual(['南昌起义'])
  expect(suggest(documents, '', 5)).toEqual([])
})

test('a slip of the pen is met with the nearest name', () => {
  expect(nearest(documents, '尊义会议', 1)[0]?.text).toBe('遵义会议')
  expect(nearest(documents, '南昌起仪', 1)[0]?.text).toBe('南昌起义')
  expect(nearest(documents, '天外飞仙', 3)).toEqual([])
})

const article = (id: string, title: string, date: string, spans: ArticleBody['blocks']): SearchDocument =>
  withBody(
    { id, kind: 'article', title, date, names: [], lines: [], plain: '', cites: [] },
    { blocks: spans, keyPoints: [], summary: '' } as unknown as ArticleBody,
    event => LEDGER.events.find(it => it.id === event)?.date,
  )

test('the article of the event’s own day comes before one that mentions it, though neither has the words', () => {
  const told = article('a-1', '江西大旅社的灯光', '1927-08-01', [
    { kind: 'paragraph', spans: ['这一夜，', ['1927年8月1日', 'event', 'nanchang'], '的枪声响了。'] },
  ])
  const mentions = article('a-2', '一封家书', '1935-01-15', [
    { kind: 'paragraph', spans: [['1935年1月15日', 'event', 'zunyi'], '，', ['遵义', 'event', 'zunyi'], '。'] },
    { kind: 'paragraph', spans: ['想起', ['那一仗', 'event', 'nanchang'], '。'] },
  ])
  const { hits } = lookUp([mentions, told, ...documents], names, '八一起义')
  expect(hits.map(hit => hit.document.id)).toEqual(['nanchang', 'a-1', 'a-2'])
  expect(hits.map(hit => hit.place)).toEqual(['ledger', 'ledger', 'body'])
  expect(hits[1]!.through?.words).toBe('1927年8月1日')
})

test.each([
  ['1921.7.1', '1921年7月1日'],
  ['长征 1935-01-15 遵义', '长征 1935年1月15日 遵义'],
  ['1927.8', '1927年8月'],
  ['1935.13.1', '1935.13.1'],
  ['21935-01-15', '21935-01-15'],
  ['1935-01-150', '1935-01-150'],
  ['1937.7.32', '1937.7.32'],
])('%s is read as %s', (typed, read) => {
  expect(datesInWords(typed)).toBe(read)
})
