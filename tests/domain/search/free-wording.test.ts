import type { Ledger } from '@domain/catalog/ledger'
import type { ArticleBody } from '@domain/catalog/types'
import { alikeTo, saidAs } from '@domain/search/alike'
import { SAID } from '@domain/search/alike-words'
import { dayTexts, ledgerDocuments, withBody, withDays, type SearchDocument } from '@domain/search/documents'
import { lookUp } from '@domain/search/look-up'
import { nameTable, spokenDates, type EverydayFile } from '@domain/search/query'
import { cutAt } from '@domain/search/question-words'
import { event, person } from './entries'

const LEDGER: Ledger = {
  events: [
    event('guoqi', '国旗的决议', '1949-09-27', '定下国旗的图案。'),
    event('huigui', '香港回归', '1997-07-01', '英国国旗降下，五星红旗升起。'),
    event('tanpan', '香港交接仪式的谈判', '1997-06-30', '为两秒钟谈了十六轮，英国国旗提前降完。'),
    event('jueding', '《关于加强干部管理工作的决定》', '1953-11-24', '干部由党管理，写进了一份专门决定。'),
    event('kaiguo', '开国大典', '1949-10-01', '毛泽东宣布中央人民政府成立。'),
    event('sifa', '人民司法的指示', '1950-11-03', '各地把人民法院一步步建起来。'),
    event('kaiye', '证券交易所开业', '1990-12-19', '新中国大陆的第一家证券交易所开始营业。'),
    event('peixun', '制冰培训', '2018-05-01', '首钢派人去学。'),
    event('gang', '钢厂的成本', '1991-01-01', '钢厂把成本分到每个职工，成本不达标没有奖金。'),
    event('rushi', '中国加入世贸组织', '2001-12-11', '中国成为成员。'),
    event(
      'shihang',
      '恢复世界银行席位',
      '1980-05-15',
      '世界银行里的席位由新中国代表，加入的还有别的银行；世界各国承认。',
    ),
    event('gongchang', '一家工厂', '1984-01-01', '工厂成了样子。'),
  ],
  people: [
    person('kang', '康有为', '曾联合千余名举人上书要求变法。'),
    person('jiang', '姜金玉', '天车工，改做讲解员。'),
  ],
  works: [],
  glossary: [],
}
const text = (id: string, title: string, blocks: ArticleBody['blocks'], date = '2018-05-01'): SearchDocument =>
  withBody(
    { id, kind: 'article', title, date, names: [title], lines: [], plain: '', cites: [] },
    { blocks, keyPoints: [], summary: '' } as unknown as ArticleBody,
    id => LEDGER.events.find(it => it.id === id)?.date,
  )
const ice = text('a-ice', '要建冰棍厂了吗', [
  { kind: 'paragraph', spans: ['首钢的女工', ['姜金玉', 'person', 'jiang'], '开过天车。'] },
  { kind: 'paragraph', spans: ['炼钢的人去', ['学做冰', 'event', 'peixun'], '，都说新鲜。'] },
])
const documents = [ice, ...ledgerDocuments(LEDGER)]
const EVERYDAY: EverydayFile = [
  [['建国'], ['开国大典']],
  [['国旗'], ['国旗的决议']],
  [['入世'], ['中国加入世贸组织']],
]
const names = nameTable(LEDGER, EVERYDAY)
const found = (query: string) => lookUp(documents, names, query).hits.map(hit => hit.document.id)

test('what the days say of an event is found, and shown as it is written', () => {
  const said = dayTexts([
    {
      month: 12,
      days: [
        {
          day: '12-19',
          entries: [
            { year: 1990, text: '锣声敲响，股民挤满了大厅。', event: 'kaiye', basis: 'recalled', verifyIn: [] },
            { year: 1904, text: '没有事件的一条。', basis: 'recalled', verifyIn: [] },
          ],
        },
      ],
    },
  ])
  const withTexts = documents.map(it => withDays(it, said))
  const { hits } = lookUp(withTexts, names, '股民挤满了大厅')
  expect(hits.map(it => it.document.id)).toEqual(['kaiye'])
  expect(hits[0]!.document.lines).toContain('锣声敲响，股民挤满了大厅。')
  expect(withTexts.filter((it, i) => it !== documents[i]).map(it => it.id)).toEqual(['kaiye'])
})

test('a stretch is cut into words, not across their ends', () => {
  expect(cutAt('工厂成本', documents)).toEqual(['工厂', '成本'])
})

test('a phrase of one text is cut, so that its words are found elsewhere too', () => {
  expect(cutAt('英国国旗升起', documents)).toEqual(['英国', '国旗', '升起'])
})

test('a number is not cut in two', () => {
  expect(cutAt('谈了十六轮', documents)).toContain('十六')
})

test('who is told of in a text is found by what the text says beside the card', () => {
  expect(found('首钢开天车的女工当讲解员').slice(0, 2).sort()).toEqual(['a-ice', 'jiang'])
})

test('in a longer query a name that people only say is one word among others', () => {
  expect(found('香港降英国国旗差两秒谈判')[0]).toBe('tanpan')
})

test('what tells when is not what is asked about', () => {
  expect(found('建国初人民法院怎么建')[0]).toBe('sifa')
})

test.each([
  ['证券交易所开张', 'kaiye'],
  ['党管干部啥时候写进文件的', 'jueding'],
  ['公车上书变法的人', 'kang'],
])('%s is found in other words', (query, id) => expect(found(query)[0]).toBe(id))

test('a name of two characters is one only where words begin and end', () => {
  expect(found('重新加入世界银行')[0]).toBe('shihang')
})

test('words that somebody set apart are not taken to pieces', () => {
  expect(lookUp(documents, names, '党管干部 写进文件').words.map(it => it.typed)).not.toContain('管干')
})

test('of two things that nothing has together each is found', () => {
  expect(found('香港回归 康有为')).toEqual(expect.arrayContaining(['huigui', 'kang']))
})

test('a decade is no year', () => {
  expect(spokenDates('80年代的个体户')).toBe('80年代的个体户')
  expect(spokenDates('80年的个体户')).toBe('1980年的个体户')
})

test('an answer has to say what was asked, a hit may say it otherwise', () => {
  expect(saidAs('老婆')).toContain('妻子')
  expect(alikeTo('老婆')).toEqual(['老婆'])
})

test('groups of words that people say are words, each once in its group, and few in bytes', () => {
  for (const group of SAID) {
    expect(group.length).toBeGreaterThan(1)
    expect([...new Set(group)]).toEqual(group)
    for (const word of group) expect(word).toMatch(/^[\u4e00-\u9fff]{1,8}$/)
  }
  expect(new TextEncoder().encode(SAID.join()).length).toBeLessThanOrEqual(20_000)
})
