import fc from 'fast-check'
import type { Ledger, LedgerEvent, LedgerPerson } from '@domain/catalog/ledger'
import { ledgerDocuments, titleDocuments } from '@domain/search/documents'
import { addressed, withoutAsking, withoutJoining } from '@domain/search/everyday'
import { lookUp } from '@domain/search/look-up'
import { difference, readSounds, spelling } from '@domain/search/pinyin'
import { nameTable, spokenDates, type EverydayFile } from '@domain/search/query'
import type { Catalog } from '@domain/catalog/types'
import { compilePinyin } from '../../../scripts/feed/compile/pinyin'
import { event, person } from './entries'

const file = compilePinyin()
const sounds = readSounds(file)

const official = (id: string, name: string, office: string) => ({
  ...person(id, name),
  offices: [{ title: office, from: '1950' }],
})
const LEDGER: Ledger = {
  events: [
    event('zunyi', '遵义会议', '1935-01-15'),
    event('jinggangshan', '井冈山会师', '1928-04-28'),
    event('hongqiqu', '红旗渠动工', '1960-02-11', '林县的人把漳河水引过太行山。'),
    event('yierjiu', '“一二·九”运动', '1935-12-09'),
    event('xianggang', '香港回归', '1997-07-01'),
    event('wenhua', '“文化大革命”', '1966-05-16'),
    event('erling', '二〇〇七年的会', '2007-10-15'),
    event('erqi', '二七大罢工', '1923-02-04'),
    event('nanchang', '南昌起义', '1927-08-01', '周恩来等在南昌举行起义。'),
    event('sanwan', '三湾改编', '1927-09-29', '秋收起义的队伍由毛泽东领导，同南昌起义不是一支。'),
    event('baqi', '汉口的会', '1927-08-07', '天下是由枪杆子中取得的，没有空气动力学。'),
    event('guoqing', '国庆节', '1949-12-02', '议定的日子。'),
    event('wuzhong', '五中全会', '1955-04-04', '召开时有人谈起遵义会议。'),
    event('jiuyiba', '九一八事变', '1931-09-18'),
    event('chaoxian', '抗美援朝决策', '1950-10-08', '出兵以前的会。'),
    event('ershida', '中共二十大', '2022-10-16'),
    event('zhou-shishi', '周恩来逝世', '1976-01-08', '灵车经过长安街。'),
    event('xiaoping', '一份报纸', '1980-01-01', '小平同志说过的话。'),
  ],
  people: [
    official('deng', '邓小平', '中央军委主席'),
    official('jiao', '焦裕禄', '兰考县委书记'),
    official('peng-dehuai', '彭德怀', '元帅'),
    official('peng-pai', '彭湃', '农会会长'),
    official('lei', '雷锋', '班长'),
    official('zhou', '周恩来', '国务院总理'),
  ],
  works: [],
  glossary: [],
}
const documents = ledgerDocuments(LEDGER)
const EVERYDAY: EverydayFile = [
  [['文革'], ['文化大革命']],
  [['打倒军阀', '建党'], ['红旗渠动工']],
  [['渠水通了'], ['红旗渠动工']],
  [['红军成立'], ['南昌起义']],
]
const names = nameTable(LEDGER, EVERYDAY)
const first = (query: string) => lookUp(documents, names, query, sounds).hits[0]?.document.id

test.each([
  ['zunyihuiyi', 'zunyi'],
  ['zyhy', 'zunyi'],
  ['Zun Yi', 'zunyi'],
  ["zunyi'hy", 'zunyi'],
  ['hongqiq', 'hongqiqu'],
  ['leifeng', 'lei'],
])('letters %s spell it', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['尊义会议', 'zunyi'],
  ['遵义会仪', 'zunyi'],
  ['井岗山', 'jinggangshan'],
  ['雷峰', 'lei'],
  ['红旗曲', 'hongqiqu'],
])('%s, with another character, is understood', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['小平同志', 'deng'],
  ['焦书记', 'jiao'],
  ['彭老总', 'peng-dehuai'],
])('%s is whom one calls so', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['35年1月', 'zunyi'],
  ['12月9号', 'yierjiu'],
  ['三五年一月', 'zunyi'],
  ['97年香港', 'xianggang'],
])('%s is a date', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['文革', 'wenhua'],
  ['二七', 'erqi'],
  ['遵义会议是什么时候开的', 'zunyi'],
  ['焦裕禄是哪个县的书记', 'jiao'],
  ['红旗渠 漳河 哪一年修的', 'hongqiqu'],
])('%s is answered', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['南昌起义是谁领导的', 'nanchang'],
  ['遵义会议在哪里召开', 'zunyi'],
  ['雷锋是怎么样的人', 'lei'],
  ['香港什么时候回归的', 'xianggang'],
  ['国庆节为什么是十月一日', 'guoqing'],
  ['国庆节怎么来的', 'guoqing'],
])('%s is answered by what it names', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['建党', 'hongqiqu'],
  ['渠水通了吗', 'hongqiqu'],
  ['qstl', 'hongqiqu'],
  ['红军是什么时候成立的', 'nanchang'],
])('%s is what people say for it', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['红旗动工', 'hongqiqu'],
  ['文化革命', 'wenhua'],
])('%s has a little left out in the middle of the name', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['看香港', 'xianggang'],
  ['把漳河水引到林县', 'hongqiqu'],
])('%s, written so nowhere, is answered by the words in it', (query, id) => expect(first(query)).toBe(id))

test('a text that only mentions what was typed is followed by what was probably meant', () => {
  const mention = event('mention', '一次会', '1950-01-01', '会上有人说起井冈山精神。')
  const all = ledgerDocuments({ ...LEDGER, events: [...LEDGER.events, mention] })
  const found = lookUp(all, names, '井冈山精神', sounds)
  expect(found.hits.map(hit => hit.document.id)).toEqual(['mention', 'jinggangshan'])
  expect(found.loosened).toBe(false)
})

test('the other words of a question order what has the things it names', () => {
  const ids = (query: string) => lookUp(documents, names, query, sounds).hits.map(hit => hit.document.id)
  expect(ids('南昌起义是谁领导的')).toEqual(['nanchang', 'sanwan'])
})

test.each([
  ['枪杆子里出政权', 'baqi'],
  ['枪杆子里出政权是在什么会上讲的', 'baqi'],
])('%s, of which only a part stands anywhere, is answered by that part', (query, id) => {
  expect(first(query)).toBe(id)
})

test.each([
  ['九月十八', 'jiuyiba'],
  ['9月18', 'jiuyiba'],
  ['一九三一年九月十八', 'jiuyiba'],
])('%s is a day without the word for it', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['918', 'jiuyiba'],
  ['20大', 'ershida'],
])('%s is written in Chinese numerals by the texts', (query, id) => expect(first(query)).toBe(id))

test.each([
  ['裁军100万', 'caijun'],
  ['7000人的会', 'qiqianren'],
  ['205号决议', 'jueyi'],
])('%s is a number that the texts say in words', (query, id) => {
  const said = [event('caijun', '裁军一百万', '1985-06-04'), event('qiqianren', '七千人的会', '1962-01-11')]
  const all = ledgerDocuments({ ...LEDGER, events: [...said, event('jueyi', '二百零五号决议', '1962-01-11')] })
  expect(lookUp(all, names, query, sounds).hits[0]?.document.id).toBe(id)
})

test('what is beside a part of a name counts too, and 第一个 is no part of one', () => {
  const walked = event('walked', '出舱', '2008-09-27', '中国人在太空行走。')
  const all = ledgerDocuments({
    ...LEDGER,
    events: [...LEDGER.events, walked, event('first', '第一个村', '1980-01-01')],
  })
  expect(lookUp(all, names, '第一个太空行走的人', sounds).hits[0]?.document.id).toBe('walked')
})

test('digits that nothing is named by do not hide the name beside them', () => {
  expect(first('97香港回归')).toBe('xianggang')
})

test.each([
  ['冰雪红旗渠动', 'hongqiqu'],
  ['爬雪山井冈山', 'jinggangshan'],
  ['抗美援朝什么时候开始的', 'chaoxian'],
])('%s has the better part of a name', (query, id) => expect(first(query)).toBe(id))

test('what a word has beside the name in it orders, by what means the same too', () => {
  expect(first('周恩来去世')).toBe('zhou-shishi')
  expect(first('周恩来 去世')).toBe('zhou-shishi')
})

test('of two words that nothing has together the one that is a name is the subject', () => {
  expect(first('焦裕禄 林县')).toBe('jiao')
})

/** What people say in their own words, over things of one ledger. */
const said = (query: string, things: { events?: LedgerEvent[]; people?: LedgerPerson[] }) => {
  const ledger = {
    ...LEDGER,
    events: [...LEDGER.events, ...(things.events ?? [])],
    people: [...LEDGER.people, ...(things.people ?? [])],
  }
  const found = lookUp(ledgerDocuments(ledger), nameTable(ledger, EVERYDAY), query, sounds)
  return found.hits.map(hit => hit.document.id)
}

test('what is said in one’s own words is found by its words, though nothing is named by them', () => {
  const boat = event('boat', '马毛姐', '1949-04-20', '小姑娘送军队渡江。')
  expect(said('划船渡江的小姑娘', { events: [boat] })[0]).toBe('boat')
})

test('a word of a text alone, or a single character of a name, does not answer', () => {
  const eggs = event('eggs', '油田', '1960-01-01', '乡亲送来鸡蛋。')
  const pot = event('pot', '一口锅', '1960-01-01')
  expect(said('怎样炒鸡蛋', { events: [eggs] })).toEqual([])
  expect(said('火锅底料', { events: [pot] })).toEqual([])
})

test('single characters of a name alone do not answer, and beside two words they only order', () => {
  const wall = event('wall', '一道道墙前的一战', '1934-12-01')
  expect(said('地道战', { events: [wall] })).toEqual([])
  const quantum = event('quantum', '量子卫星', '2016-08-16', '动了，有力，好学。')
  expect(said('量子色动力学', { events: [quantum] })).toEqual([])
  const street = event('street', '周恩来走长长的街', '1975-01-01', '去世的人。')
  expect(said('周恩来去世十里长街', { events: [street] })[0]).toBe('zhou-shishi')
})

test('the better part of a word is enough when it is in a name', () => {
  const capital = event('capital', '瑞金建都', '1931-11-07')
  const told = event('told', '一座县城', '1931-11-08', '瑞金的祠堂。')
  expect(said('瑞金会意', { events: [capital, told] })).toEqual(['capital', 'told'])
})

test('two characters that meet by chance in another name do not answer for the subject', () => {
  const things = [event('moon', '嫦娥五号返回', '2020-12-17'), event('land', '争取土地', '1950-06-30')]
  expect(said('嫦娥五号取土', { events: things })).toEqual(['moon'])
})

test('头一批 is 首批 and no part of a name', () => {
  const things = [event('doctors', '首批十八名博士', '1983-05-27'), event('ships', '头一批护航编队', '2008-12-26')]
  expect(said('咱国家头一批博士', { events: things })[0]).toBe('doctors')
})

test('a number of things is one whether it is written in digits or not', () => {
  const things = [event('cities', '开放14个沿海港口城市', '1984-05-04'), event('coast', '沿海城市', '1990-01-01')]
  expect(said('十四个沿海城市', { events: things })).toEqual(['cities'])
})

test('an entry that has the words in a long name among others is not meant by them', () => {
  const anniversary = event('twenty', '庆祝香港回归祖国二十周年大会在香港举行', '2017-07-01')
  expect(said('香港 回归', { events: [anniversary] })[0]).toBe('xianggang')
})

test('a number of things is no part of a name: 十四个', () => {
  const things = [event('cities', '开放沿海港口城市', '1984-05-04'), event('many', '十四个人', '1950-01-01')]
  expect(said('十四个沿海城市', { events: things })[0]).toBe('cities')
})

test('the word that few texts have says more than the name that many have', () => {
  const trips = Array.from({ length: 8 }, (_, i) => event(`trip-${i}`, `邓小平谈话之${i}`, `198${i}-01-01`))
  const decision = event('decision', '一份文件', '1981-06-27', '邓小平同大家谈怎样评价历史。')
  expect(said('邓小平怎么评价历史', { events: [...trips, decision] })[0]).toBe('decision')
})

test('a name with another character is understood inside a longer word too', () => {
  expect(said('焦玉禄治沙', {})[0]).toBe('jiao')
})

test('what is all words of ours is no misspelt name', () => {
  const flood = event('flood', '抗洪精神', '1998-08-01')
  const quake = event('quake', '抗震救灾精神', '2008-05-12')
  expect(said('抗震精神是哪几句', { events: [flood, quake] })[0]).toBe('quake')
  const meaning = event('meaning', '会意', '1990-01-01', '遵义的会意。')
  expect(said('遵义会意', { events: [meaning] })[0]).toBe('zunyi')
})

test.each([
  ['叶帅', 'ye'],
  ['彭大将军', 'peng-dehuai'],
  ['粟大将', 'su'],
  ['毛主席的田秘书', 'tian'],
  ['胡总书记去西柏坡', 'hu'],
])('%s is whom one calls so', (query, id) => {
  const people = [
    official('ye', '叶剑英', '元帅'),
    official('su', '粟裕', '大将'),
    official('mao', '毛主席', '国家主席'),
    official('tian', '田家英', '毛主席的秘书'),
    official('hu', '胡锦涛', '中共中央总书记'),
  ]
  expect(said(query, { people })[0]).toBe(id)
})

test('a query that ends with what somebody is looks for a person', () => {
  const house = event('house', '古田会议', '1929-12-28', '馆长讲过古田会议。')
  const people = [official('zeng', '曾汉辉', '古田会议纪念馆馆长')]
  expect(said('古田会议馆的馆长', { events: [house], people })[0]).toBe('zeng')
})

test('the greater number is another name: 四大 is not in 十四大, nor 十大 in 二十大', () => {
  const things = [event('sida', '中共四大', '1925-01-11'), event('shisida', '十四大', '1992-10-12')]
  expect(said('四大在哪开的', { events: things })[0]).toBe('sida')
  expect(said('四大', { events: things })).toEqual(['sida'])
})

test('an entry with every word in its name comes before a text that has one and is led to by the other', () => {
  const [text] = titleDocuments({
    articles: [{ id: 'a-3', title: '周总理的最后一年', date: '1976-01-01' }],
    episodes: [],
  } as unknown as Catalog)
  const told = { ...text!, cites: [{ id: 'zhou-shishi', weight: 1, words: '逝世' }] }
  expect(lookUp([told, ...documents], names, '周总理 去世', sounds).hits[0]?.document.id).toBe('zhou-shishi')
})

const article = (id: string, title: string, subject: string) => ({ id, title, subject, date: '1992-01-01' })
const catalog = {
  articles: [article('a-1', '南下的列车', '邓小平 · 1992年1月'), article('a-2', '西花厅', '周恩来 · 1992年1月')],
  episodes: [],
} as unknown as Catalog

test.each([
  ['小平同志', 'deng'],
  ['周总理', 'zhou'],
  ['dengxiaoping', 'deng'],
])('%s is the person before any text about them', (query, id) => {
  expect(lookUp([...titleDocuments(catalog), ...documents], names, query, sounds).hits[0]?.document.id).toBe(id)
})

test('a year of this century in two digits is one, of the last one another', () => {
  expect(spokenDates('21年7月1号')).toBe('2021年7月1日')
  expect(spokenDates('49年十月一号')).toBe('1949年10月1日')
  expect(spokenDates('1921年7月')).toBe('1921年7月')
  expect(spokenDates('27年8月1号')).toBe('1927年8月1日')
})

test('who says what stands there is answered by it alone', () => {
  expect(lookUp(documents, names, '遵义会议', sounds).loosened).toBe(false)
  expect(lookUp(documents, names, 'zyhy', sounds).loosened).toBe(true)
})

test('an article is found by each event of its subject', () => {
  const article = { id: 'a-0114', title: '两道关', subject: '强渡大渡河、飞夺泸定桥 · 1935年5月', date: '1935-05-25' }
  const [document] = titleDocuments({ articles: [article], episodes: [] } as unknown as Catalog)
  expect(document!.names).toEqual(expect.arrayContaining(['强渡大渡河', '飞夺泸定桥']))
})

test('letters that spell nothing, and words that are like nothing, find nothing', () => {
  expect(lookUp(documents, names, 'qqqq', sounds).hits).toEqual([])
  expect(lookUp(documents, names, '天气预报', sounds).hits).toEqual([])
  expect(lookUp(documents, names, '红烧肉的经过', sounds).hits).toEqual([])
  expect(lookUp(documents, names, '量子色动力学', sounds).hits).toEqual([])
})

test('without the readings nothing is guessed from letters', () => {
  expect(lookUp(documents, names, 'zyhy').hits).toEqual([])
})

const han = fc.constantFrom(...Object.values(file).flatMap(it => Array.from(it).slice(0, 3)))
const word = fc.array(han, { minLength: 2, maxLength: 6 }).map(it => it.join(''))

test('any name is spelt by its readings, and its first letters spell it or a beginning of it', () => {
  fc.assert(
    fc.property(word, name => {
      const readings = Array.from(name).map(it => sounds.get(it)![0]!)
      expect(spelling(name, readings.join(''), sounds)).toMatchObject({ length: name.length })
      expect(spelling(name, readings.map(it => it[0]).join(''), sounds)).toBeDefined()
    }),
  )
})

test('a word differs from itself in nothing', () => {
  fc.assert(fc.property(word, it => expect(difference(it, it, 0, sounds)).toEqual({ form: 0, sound: 0 })))
})

test('a question keeps what it asks about', () => {
  expect(withoutAsking('改革开放是哪一年').trim()).toBe('改革开放')
  expect(withoutAsking('遵义会议是啥时候开的').trim()).toBe('遵义会议')
  expect(withoutAsking('这次全会讲啥').trim()).toBe('这次全会')
  expect(withoutAsking('什么时候')).toBe('什么时候')
  expect(withoutJoining('从西柏坡的')).toBe('西柏坡')
  expect(withoutJoining('是')).toBe('')
})

test('nobody is addressed by a title alone', () => {
  expect(addressed('书记', [{ name: '书记', card: '' }])).toEqual([])
})

test('the table has every reading of a character, and stays small', () => {
  expect(sounds.get('长')).toEqual(expect.arrayContaining(['chang', 'zhang']))
  expect(sounds.get('绿')).toContain('lv')
  expect(JSON.stringify(file).length).toBeLessThan(60_000)
})

test.each([
  ['小平邓', 'deng'],
  ['锋雷', 'lei'],
  ['裕禄焦', 'jiao'],
  ['遵会义议', 'zunyi'],
])('%s, a name in another order, finds %s', (query, id) => {
  expect(first(query)).toBe(id)
  expect(lookUp(documents, names, query, sounds).loosened).toBe(true)
})

test('every way to turn a name leads to it, and the name itself is left as it is', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'焦裕禄'], { minLength: 3 }), letters => {
      expect(first(letters.join(''))).toBe('jiao')
    }),
  )
  expect(lookUp(documents, names, '焦裕禄', sounds).loosened).toBe(false)
})
