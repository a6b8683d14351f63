import type { Ledger } from '@domain/catalog/ledger'
import type { ArticleBody } from '@domain/catalog/types'
import { askedFor, askLedger, isQuestion } from '@domain/search/ask'
import { ledgerDocuments, withBody, type SearchDocument } from '@domain/search/documents'
import { nameTable } from '@domain/search/query'

const common = { basis: 'recalled', verifyIn: [], aliases: [] }
const event = { ...common, people: [], figures: [], names: [], histories: [], period: 'reform' as const }
const LEDGER: Ledger = {
  events: [
    { ...event, id: 'zunyi', title: '遵义会议', date: '1935-01-15', summary: '在遵义召开的政治局扩大会议。' },
    { ...event, id: 'xiaogang', title: '小岗村大包干', date: '1978-11-24', summary: '十八户农民按下手印。' },
  ],
  people: [],
  works: [],
  glossary: [],
}
const text = (id: string, title: string, ...sentences: string[]): SearchDocument =>
  withBody(
    { id, kind: 'article', title, names: [title], lines: [], plain: '', date: '1978', cites: [] },
    {
      id,
      summary: '',
      keyPoints: [],
      blocks: [{ kind: 'paragraph', spans: [sentences.join('')] }],
    } as unknown as ArticleBody,
    () => undefined,
  )
const documents = [
  ...ledgerDocuments(LEDGER),
  text(
    'a-0001',
    '红手印',
    '那年冬天很冷。',
    '小岗村的十八户农民按了红手印。',
    '第二年粮食多了。',
    '后来人们常说起它。',
  ),
  text('a-0002', '别的', '遵义城里下着雨。'),
]
const ask = (question: string) => askLedger(documents, nameTable(LEDGER), question)

test('a question is answered by the card that it names', () => {
  expect(ask('遵义会议是哪一年开的？').entries.map(it => it.document.id)).toEqual(['zunyi'])
})

test('and by the sentence of a text that speaks of it, between its neighbours, word for word', () => {
  const [passage] = ask('红手印').passages
  expect(passage).toMatchObject({
    line: '小岗村的十八户农民按了红手印。',
    words: '那年冬天很冷。小岗村的十八户农民按了红手印。第二年粮食多了。',
  })
  const whole = documents.find(it => it.id === 'a-0001')!.lines.join('')
  expect(whole).toContain(passage!.words)
})

test('what nothing speaks of has no answer, and it is told what was looked for', () => {
  const answer = ask('红烧肉怎么做')
  expect([...answer.entries, ...answer.passages]).toEqual([])
  expect(answer.words.length).toBeGreaterThan(0)
})

test('an empty question has no answer', () => {
  expect(ask('  ')).toMatchObject({ entries: [], passages: [] })
})

test.each([
  ['遵义会议是哪一年开的', ['date']],
  ['中共一大在哪里开的', ['place']],
  ['谁领导了南昌起义', ['people']],
  ['小岗村有多少户按手印', ['figure']],
  ['什么时候在哪里成立', ['date', 'place']],
  ['大包干的意义', ['date', 'place']],
])('%s asks for %j', (question, asked) => {
  expect(askedFor(question)).toEqual(asked)
})

test('a word to look for is no question', () => {
  expect(['八一起义', '1935年1月', '周总理', '从前是牛马，现在要做人'].filter(isQuestion)).toEqual([])
  expect(['改革开放是哪一年', '什么是统一战线', '谁是焦裕禄？'].filter(it => !isQuestion(it))).toEqual([])
})
