import fc from 'fast-check'
import { compileBundle, type Bundle } from '../../scripts/feed/compile/bundle'
import { articlesCiting } from '../../domain/catalog/citing'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import {
  joinLedger,
  packEvents,
  unpackEvents,
  type EventsVolume,
  type LedgerFile,
  type TermsFile,
} from '../../domain/catalog/packed-events'
import { openedWords, type SourcesVolume } from '../../domain/catalog/opened-sources'
import { eventsVolume, LEDGER_FILE, sourcesOf, TERMS_FILE } from '../../domain/catalog/volume-names'
import type { Manifest } from '../../scripts/feed/compile/manifest'
import type { Citations } from '../../domain/catalog/ledger'
import type { ArticleVolume, Catalog, EpisodeVolume, QuestionVolume } from '../../domain/catalog/types'
import { readTreeInMemory } from './faults'
import { filler } from './filler'
import { article, validTree, type Tree } from './fixture'
import { sourcedTree, WORDS } from './sourced-tree'

const NANCHANG = 'content/articles/new-democratic/nanchang.md'

const bundleOf = (tree: Tree): Bundle => compileBundle(readTreeInMemory(tree).corpus)
const open = <T>(bundle: Bundle, name: string) => JSON.parse(bundle.get(name)!) as T
const catalogOf = (bundle: Bundle): Catalog => unpackCatalog(open<PackedCatalog>(bundle, 'catalog.json'))

describe('the bundle', () => {
  const bundle = bundleOf(validTree())
  const catalog = catalogOf(bundle)

  test('every item of the catalog is found in the volume it names', () => {
    for (const { id, volume } of catalog.articles) {
      expect(open<ArticleVolume>(bundle, volume).articles.map(it => it.id)).toContain(id)
    }
    for (const { id, volume } of catalog.episodes) {
      expect(open<EpisodeVolume>(bundle, volume).episodes.map(it => it.id)).toContain(id)
    }
    expect(catalog.articles.map(({ id }) => id)).toEqual(['a-0001', 'a-0002', 'a-0003'])
  })
  test('the manifest names every other file with its bytes and hash', () => {
    const { files, version } = open<Manifest>(bundle, 'manifest.json')
    expect(files.map(({ name }) => name)).toEqual([...bundle.keys()].filter(name => name !== 'manifest.json').sort())
    for (const { name, bytes } of files) expect(Buffer.byteLength(bundle.get(name)!)).toBe(bytes)
    expect(catalog.version).toBe(version)
  })
  test('the same content gives the same bytes', () => {
    const reversed = Object.fromEntries(Object.entries(validTree()).reverse())
    expect([...bundleOf(reversed)]).toEqual([...bundle])
  })
  test('a glossary term is linked at its first mention only', () => {
    const [body] = open<ArticleVolume>(bundle, 'articles-new-democratic-1921.json').articles
    const terms = body!.blocks
      .flatMap(block => (block.kind === 'paragraph' ? block.spans : []))
      .filter(span => span[1] === 'term')
    expect(terms).toEqual([['统一战线', 'term', 'tongyi-zhanxian']])
  })
  test('citations, block ids and key points reach the reader', () => {
    const [body] = open<ArticleVolume>(bundle, 'articles-new-democratic-1921.json').articles
    expect(body!.blocks[1]).toMatchObject({
      kind: 'paragraph',
      id: 'e1',
      spans: [
        ['1921年7月23日', 'event', 'zhonggong-yida'],
        '，',
        ['中共一大', 'event', 'zhonggong-yida'],
        '在上海开幕，',
        ['十三名代表', 'event', 'zhonggong-yida'],
        '到会；会议后来转到',
        ['嘉兴南湖', 'event', 'zhonggong-yida'],
        '。',
      ],
    })
    expect(body).toMatchObject({ events: ['zhonggong-yida'], people: ['mao-zedong'], related: ['a-0002', 'a-0003'] })
    expect(body!.keyPoints).toHaveLength(3)
  })
  test('the books to check in are named by their titles: a text opens without the ledger', () => {
    const [body] = open<ArticleVolume>(bundle, 'articles-new-democratic-1921.json').articles
    expect(body!.books).toEqual(['《中国共产党简史》'])
  })
  test('a script’s headings are its chapters', () => {
    const tree = validTree()
    const path = 'content/episodes/gushi/nanhu.md'
    tree[path] = tree[path]!.replace(/\n\n([^\n]+)\n$/, (_, last: string) => `\n\n## 到船上去\n\n${last}\n`)
    const { episodes } = open<EpisodeVolume>(bundleOf(tree), 'episodes-gushi-1.json')
    const { chapters } = episodes.find(it => it.id === 'e-0002')!
    expect(chapters).toEqual([{ title: '到船上去', start: expect.any(Number) as number }])
    expect(chapters[0]!.start).toBeGreaterThan(0)
  })
  test('people and terms are files of their own: a new term changes no person', () => {
    expect(Object.keys(open<LedgerFile>(bundle, LEDGER_FILE))).toEqual(['people', 'works'])
    expect(open<TermsFile>(bundle, TERMS_FILE).glossary.map(({ id }) => id)).toContain('tongyi-zhanxian')
  })
  test('a card’s other articles are found from the catalog, the ledger and what cites it', () => {
    const volumes = catalog.periods.map(({ id }) => open<EventsVolume>(bundle, eventsVolume(id)))
    const ledger = {
      ...joinLedger({ ...open<LedgerFile>(bundle, LEDGER_FILE), ...open<TermsFile>(bundle, TERMS_FILE) }, volumes),
      citations: open<Citations>(bundle, 'citations.json'),
    }
    expect(articlesCiting(catalog, ledger, 'event', 'zhonggong-yida').map(({ id }) => id)).toEqual(['a-0001', 'a-0003'])
    expect(articlesCiting(catalog, ledger, 'person', 'zhou-enlai').map(({ id }) => id)).toEqual(['a-0002', 'a-0003'])
    expect(articlesCiting(catalog, ledger, 'event', 'nobody-knows')).toEqual([])
  })
  test('a question is filed under its evidence’s shelf and keeps its hash when only the explanation changes', () => {
    const { questions } = open<QuestionVolume>(bundle, 'questions-new-democratic.json')
    expect(questions.map(({ id }) => id)).toEqual(['q-00001', 'q-00002', 'q-00003', 'q-00004'])
    const tree = validTree()
    tree['content/questions/all.yml'] = tree['content/questions/all.yml']!.replace(
      '会场被搜查以后',
      '搜查以后',
    ).replace('stem: 出席', 'stem: 到会出席')
    const changed = open<QuestionVolume>(bundleOf(tree), 'questions-new-democratic.json').questions
    expect(changed[0]!.hash).toBe(questions[0]!.hash)
    expect(changed[3]!.hash).not.toBe(questions[3]!.hash)
  })
  test('packing the catalog loses nothing', () => {
    expect(catalog.episodes[1]).toMatchObject({
      id: 'e-0002',
      series: 'gushi',
      kind: 'video',
      volume: 'episodes-gushi-1.json',
      articles: ['a-0001'],
      flagship: false,
      checked: false,
    })
    expect(catalog.articles[0]).toMatchObject({
      title: '石库门里的七天',
      shelf: 'new-democratic',
      period: 'new-democratic',
      date: '1921-07-23',
      volume: 'articles-new-democratic-1921.json',
      questions: 3,
    })
  })
})

describe('what was opened', () => {
  const bundle = bundleOf(sourcedTree())
  const words = openedWords({
    title: '中国共产党一百年大事记',
    publisher: '新华社',
    published: '2021-06-28',
    opened: '2026-11-28',
    copy: true,
  })

  test('is told in words with each text', () => {
    expect(words).toBe('《中国共产党一百年大事记》，新华社（2021年6月28日），2026年11月28日查阅，存档副本')
    const [body] = open<ArticleVolume>(bundle, 'articles-new-democratic-1921.json').articles
    expect(body).toMatchObject({ basis: 'sources', opened: [words, '《党史百年·天天读》，人民网，2026年11月28日查阅'] })
    expect(body!.why).toMatchObject([
      { label: '起因' },
      { label: '决定', spans: ['通过了', ['中共一大', 'event', 'zhonggong-yida'], '的纲领。'] },
    ])
  })
  test('and the words that carry facts lie beside the files whose items they carry', () => {
    const events = open<SourcesVolume>(bundle, sourcesOf(eventsVolume('new-democratic'), 'zhonggong-yida'))
    expect(events.sources.map(({ id }) => id)).toEqual(['dashiji', 'ttd'])
    expect(events.uses).toEqual({
      'zhonggong-yida': [
        ['dashiji', WORDS, '19210723'],
        ['ttd', '后来转到嘉兴南湖'],
      ],
    })
    expect(open<SourcesVolume>(bundle, sourcesOf('articles-new-democratic-1921.json', 'a-0001')).uses).toMatchObject({
      'a-0001': [
        ['dashiji', WORDS, '19210723'],
        ['ttd', '后来转到*嘉兴*南湖'],
      ],
    })
    for (const [name, text] of bundle) if (!name.startsWith('sources-')) expect(text).not.toContain(WORDS)
  })
  test('what people and terms stand on are two files as well', () => {
    const tree = sourcedTree()
    const use = `sources: [{ id: dashiji, row: "19210723", words: ${WORDS} }]`
    for (const name of ['content/people.yml', 'content/glossary.yml'])
      tree[name] = tree[name]!.replace(/basis: recalled/u, use)
    const ofTwo = bundleOf(tree)
    expect(open<SourcesVolume>(ofTwo, sourcesOf(TERMS_FILE, 'tongyi-zhanxian')).uses).toEqual({
      'tongyi-zhanxian': [['dashiji', WORDS, '19210723']],
    })
    const people = [...ofTwo.keys()].filter(name => name.startsWith('sources-ledger-'))
    expect(people.flatMap(name => Object.keys(open<SourcesVolume>(ofTwo, name).uses))).not.toContain('tongyi-zhanxian')
    expect(people).not.toEqual([])
  })
  test.each([
    [eventsVolume('reform'), 'jingjin', 'sources-events-reform-a.json'],
    [eventsVolume('reform'), 'kanghong', 'sources-events-reform-k.json'],
    [LEDGER_FILE, 'zhou-enlai', 'sources-ledger-t.json'],
    [TERMS_FILE, '1981-jueyi', 'sources-terms-a.json'],
    ['days-07.json', '07-01 1921', 'sources-days-07.json'],
    ['articles-people-1966.json', 'a-0526', 'sources-articles-people-1966.json'],
  ])('what an item of %s stands on is looked up by its id, %s: %s', (file, id, name) => {
    expect(sourcesOf(file, id)).toBe(name)
  })
  test('subjects and what is withheld are in the catalog', () => {
    const { [NANCHANG]: text, ...rest } = sourcedTree()
    const tree = {
      ...rest,
      [NANCHANG.replace('content/', 'content/withheld/')]: text!.replace('basis:', 'withheld: 原因\nbasis:'),
    }
    const catalog = catalogOf(bundleOf(tree))
    expect(catalog.articles[0]!.subject).toBe('中共一大 · 1921年7月')
    expect(catalog.withheld).toEqual([{ id: 'a-0002', title: '第一枪' }])
    expect(catalog.counts.sourced).toBe(1)
  })
  test('the ledger by period is the ledger', () => {
    const event = { id: 'x', title: '事', date: '1921', summary: '事。', basis: 'recalled', period: 'reform' as const }
    const empty = {
      ...event,
      people: [],
      figures: [],
      aliases: [],
      names: [],
      verifyIn: [],
      histories: ['party' as const],
    }
    const full = { ...empty, people: ['a'], names: ['b'], histories: ['prc' as const] }
    const packed = packEvents('reform', [empty, full])
    expect(packed.events[0]).toEqual({ id: 'x', title: '事', date: '1921', summary: '事。', basis: 'recalled' })
    expect(unpackEvents(packed)).toEqual([empty, full])
  })
})

test('adding one article changes one volume, the catalog and the manifest, and nothing else', () => {
  const before = bundleOf(validTree())
  const shelves = {
    'new-democratic': [1840, 1949],
    construction: [1949, 1978],
    reform: [1978, 2012],
    'new-era': [2012, 2026],
  } as const
  const cited = fc.constantFrom(
    '',
    '[中共一大](event:zhonggong-yida)，',
    '[周恩来](person:zhou-enlai)和[开国大典](event:kaiguo-dadian)，',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(shelves) as (keyof typeof shelves)[])),
      fc.nat(),
      fc.integer({ min: 4, max: 9999 }),
      cited,
      (shelf, nat, number, words) => {
        const [from, to] = shelves[shelf]
        const id = `a-${String(number).padStart(4, '0')}`
        const added = article({
          id,
          title: `新的一篇${number}`,
          shelf,
          date: String(from + (nat % (to - from + 1))),
          related: 'a-0001, a-0002',
          front: 'beyond: [zhonggong-yida, kaiguo-dadian]\n',
          seed: 1000 + nat,
          paragraphs: `${words}${filler(5000 + nat, 30)}`,
        })
        const tree = { ...validTree(), [`content/articles/${shelf}/new.md`]: added }
        const read = readTreeInMemory(tree)
        expect(read.problems).toEqual([])
        const after = compileBundle(read.corpus)
        const changed = [...new Set([...before.keys(), ...after.keys()])]
          .filter(name => before.get(name) !== after.get(name))
          .sort()
        const { volume } = catalogOf(after).articles.find(it => it.id === id)!
        expect(changed).toEqual([volume, 'catalog.json', 'citations.json', 'manifest.json'].sort())
      },
    ),
    { numRuns: 30 },
  )
})
