import type { Ledger } from '@domain/catalog/ledger'
import type { ArticleBody } from '@domain/catalog/types'
import { askable, askLedger } from '@domain/search/ask'
import { ledgerDocuments, withBody, type SearchDocument } from '@domain/search/documents'
import { nameTable } from '@domain/search/query'

const common = { basis: 'recalled', verifyIn: [], aliases: [] }
const event = { ...common, people: [], figures: [], names: [], histories: [], period: 'reform' as const }
const person = { ...common, offices: [] }
const LEDGER: Ledger = {
  events: [
    {
      ...event,
      id: 'zunyi',
      title: '遵义会议',
      date: '1935-01-15',
      end: '1935-01-17',
      place: '贵州遵义',
      figures: [{ what: '参加会议', value: '20人' }],
      summary: '政治局扩大会议在遵义开了三天。',
    },
    {
      ...event,
      id: 'lei-feng-xunzhi',
      title: '雷锋因公殉职',
      date: '1962-08-15',
      people: ['lei-feng'],
      figures: [{ what: '殉职时不满', value: '22岁' }],
      summary: '雷锋在抚顺引导倒车时因公殉职。',
    },
    { ...event, id: 'sanda', title: '中共三大', date: '1923-06-12', summary: '大会在广州讨论国共合作。' },
    {
      ...event,
      id: 'changcheng-zhan',
      title: '南极长城站建成',
      date: '1985-02-20',
      names: ['长城站'],
      summary: '1984年批准的长城站建成了。',
    },
    { ...event, id: 'baise', title: '百色起义', date: '1929-12-11', summary: '邓小平等在广西百色领导起义。' },
  ],
  people: [
    {
      ...person,
      id: 'lei-feng',
      name: '雷锋',
      born: '1940-12-18',
      died: '1962-08-15',
      native: '湖南望城',
      summary: '运输连战士。',
    },
    { ...person, id: 'deng', name: '邓小平', summary: '改革开放的总设计师。' },
  ],
  works: [],
  glossary: [{ ...common, id: 'tonggou', term: '统购统销', text: '对粮食的计划收购和计划供应。' }],
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
  text('a-0001', '中共三大', '会址在哪里很久说不清楚。', '为了保密，大会文件没有写地址。', '那一年雷锋还没有出生。'),
  text('a-0002', '望城的孩子', '雷锋身高只有一米五四，个子不高。', '雷锋家里很穷。'),
  text('a-0003', '别的', '遵义城里下着雨。'),
]
const from = askable(documents, LEDGER, nameTable(LEDGER))
const ask = (question: string) => askLedger(from, question)
const card = (question: string) => {
  const [entry] = ask(question).entries
  return entry && [entry.document.id, ...entry.rows.map(it => `${it.name} ${it.value}`)]
}

test.each([
  ['遵义会议是哪一年开的？', ['zunyi', '日期 1935年1月15日至17日']],
  ['遵义会议在什么地方开的', ['zunyi', '地点 贵州遵义']],
  ['遵义会议有多少人参加', ['zunyi', '参加会议 20人']],
  ['雷锋是哪年去世的', ['lei-feng', '去世 1962年8月15日']],
  ['雷锋的老家在哪里', ['lei-feng', '籍贯 湖南望城']],
  ['雷锋牺牲时多大', ['lei-feng-xunzhi', '殉职时不满 22岁']],
  ['谁领导了百色起义', ['baise']],
  ['雷锋是谁', ['lei-feng']],
  ['什么是统购统销', ['tonggou']],
])('%s: the card that the question names, and on it what was asked', (question, expected) => {
  expect(card(question)).toEqual(expected)
})

test('a why is answered by the sentence that names a cause, whole and word for word', () => {
  const { entries, passages } = ask('中共三大的文件为什么没有写地址？')
  expect(entries).toEqual([])
  expect(passages.map(it => it.words)).toEqual(['为了保密，大会文件没有写地址。'])
})

test('what no sentence carries is not answered: what the question names is offered beside it', () => {
  for (const question of ['遵义会议花了多少钱', '雷锋的妹妹多大', '遵义会议那天下雨了吗', '雷锋为什么当兵']) {
    const { entries, passages, related } = ask(question)
    expect([question, entries, passages]).toEqual([question, [], []])
    expect(related.length).toBeGreaterThan(0)
  }
})

test('a longer name that begins alike says nothing of what is asked', () => {
  expect(ask('长城有多长')).toMatchObject({ entries: [], passages: [] })
  expect(card('长城站是哪一年建成的')).toEqual(['changcheng-zhan', '日期 1985年2月20日'])
})

// 四大名著 was answered with 俞作豫: 四大 stood in 第四大队, and 作 in his name.
test('a count is not found in an ordinal', () => {
  const unit = text('a-0004', '百色', '张云逸管教导总队和广西警备第四大队，第五大队归俞作豫带。')
  expect(askLedger(askable([...documents, unit], LEDGER, nameTable(LEDGER)), '四大名著').passages).toEqual([])
})

test('what nothing speaks of has nothing beside it either', () => {
  const { entries, passages, related } = ask('红烧肉怎么做')
  expect([...entries, ...passages, ...related]).toEqual([])
})

test('an empty question has no answer', () => {
  expect(ask('  ')).toMatchObject({ entries: [], passages: [], related: [] })
})
