import fc from 'fast-check'
import {
  amendArticles,
  amendCatalog,
  amendDays,
  amendEpisodes,
  amendLedger,
  amendQuestions,
} from '../../../domain/errata/apply'
import { hiddenBy, strangers, type Correction, type Errata } from '../../../domain/errata/errata'
import type { Span } from '../../../domain/catalog/types'
import { article, catalog, days, episode, issue, ledger, question, told } from './feed'

const texts = [{ was: '十二', now: '十三' }]
const words = (spans: Span[]) => spans.map(span => (typeof span === 'string' ? span : span[0])).join('')

/** Everything of the small feed, amended. */
const amended = (errata: Errata) => (from: typeof everything) => ({
  catalog: amendCatalog(from.catalog, errata),
  articles: amendArticles(from.articles, errata),
  episodes: amendEpisodes(from.episodes, errata),
  questions: amendQuestions(from.questions, errata),
  ledger: amendLedger(from.ledger, errata),
  days: amendDays(from.days, errata),
})
const everything = { catalog, articles: [article], episodes: [episode], questions: [question], ledger, days }

const piece = fc.constantFrom('十二', '十三', '二名', '代表', '十二名代表', '名', '上海', '年7月2', '22日，十', '七')
const correction: fc.Arbitrary<Correction> = fc
  .record({
    id: fc.constantFrom('a-0001', 'a-0002', 'e-0001', 'q-00001', 'zhonggong-yida', '07-23', 'a-9999'),
    hide: fc.boolean(),
    texts: fc.uniqueArray(fc.record({ was: piece, now: fc.oneof(piece, fc.constant('')) }), { maxLength: 4 }),
    date: fc.option(fc.constantFrom('1921-07-23', '1921'), { nil: undefined }),
    answer: fc.option(fc.constantFrom<string | string[]>('b', ['a', 'b']), { nil: undefined }),
  })
  .map(({ hide, ...rest }) => (hide ? { id: rest.id, ...told, hide: true } : { ...rest, ...told }))

describe('corrections', () => {
  test('applied twice are as applied once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(correction, { selector: it => it.id, maxLength: 5 }), items => {
        const apply = amended(issue(items))
        const once = apply(everything)
        expect(apply(once)).toEqual(once)
      }),
    )
  })
  test('of an id that this feed does not have change nothing and are named', () => {
    const errata = issue([
      { id: 'a-9999', ...told, texts },
      { id: 'q-99999', ...told, hide: true, article: 'a-9999' },
    ])
    const { catalog: after, ...rest } = amended(errata)(everything)
    const { catalog: before, ...others } = everything
    expect(rest).toEqual(others)
    expect(after).toEqual({ ...before, errata: 1 })
    expect(strangers(errata, new Set(catalog.articles.map(it => it.id)))).toEqual(['a-9999'])
  })
  test('change the words everywhere in an item, keep its citations, and mark it', () => {
    const errata = issue([{ id: 'a-0001', ...told, texts: [...texts, { was: '7月22日', now: '7月23日' }] }])
    const [after] = amendArticles([article], errata)
    expect(after).toMatchObject({
      summary: '十三名代表在上海开会。',
      keyPoints: ['十三名代表', '上海', '嘉兴'],
      corrected: told,
    })
    expect(after!.blocks[1]).toEqual({
      kind: 'paragraph',
      id: 'e1',
      spans: ['那年，', ['1921年7月23日', 'event', 'zhonggong-yida'], '，十三名代表到了上海。'],
    })
  })
  test('give a paragraph the same words however it is cut into citations', () => {
    const cut = fc
      .array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 8 })
      .map(parts => parts.map(([text, cited]): Span => (cited ? [text, 'event', 'x'] : text)))
    fc.assert(
      fc.property(cut, piece, piece, (spans, was, now) => {
        const body = { ...article, summary: words(spans), blocks: [{ kind: 'paragraph' as const, spans }] }
        const [after] = amendArticles([body], issue([{ id: 'a-0001', ...told, texts: [{ was, now }] }]))
        const [block] = after!.blocks
        expect(block?.kind === 'paragraph' && words(block.spans)).toBe(after!.summary)
      }),
    )
  })
  test('leave words alone that a newer feed already has right, and still say so', () => {
    const right = { ...article, summary: '十三名代表，不是十二名。' }
    const [after] = amendArticles([right], issue([{ id: 'a-0001', ...told, texts }]))
    expect(after).toMatchObject({ summary: right.summary, corrected: told })
  })
  test('do not mark what they do not touch', () => {
    const errata = issue([{ id: 'a-0001', ...told, texts: [{ was: '七天', now: '八天' }] }])
    expect(amendCatalog(catalog, errata).articles[0]).toMatchObject({ title: '八天', corrected: told })
    expect(amendArticles([article], errata)[0]).toBe(article)
  })
  test('give an article, an episode or an event another date', () => {
    const errata = issue(['a-0001', 'zhonggong-yida'].map(id => ({ id, ...told, date: '1921-07-23' })))
    expect(amendCatalog(catalog, errata).articles[0]).toMatchObject({ date: '1921-07-23', corrected: told })
    expect(amendLedger(ledger, errata).events[0]).toMatchObject({ date: '1921-07-23', corrected: told })
  })
  test('change a script sentence by sentence', () => {
    const [after] = amendEpisodes([episode], issue([{ id: 'e-0001', ...told, texts }]))
    expect(after!.sentences![0]!.text).toBe('十三个人分一条皮带。')
  })
  test('change what is said of a day, and take the way to a hidden article from it', () => {
    const errata = issue([
      { id: '07-23', ...told, texts },
      { id: 'a-0001', ...told, hide: true },
    ])
    const [entry] = amendDays(days, errata).days[0]!.entries
    expect(entry).toMatchObject({ text: '十三名代表开会。', corrected: told })
    expect(entry).not.toHaveProperty('article')
  })
})

describe('a hidden item', () => {
  test('leaves the lists, takes its questions along, and its absence can be explained', () => {
    const errata = issue([{ id: 'a-0001', ...told, hide: true }])
    expect(amendCatalog(catalog, errata)).toMatchObject({ articles: [{ id: 'a-0002' }], counts: { questions: 1 } })
    expect(amendQuestions([question], errata)).toEqual([])
    expect(hiddenBy(errata, 'a-0001')).toMatchObject(told)
    expect(hiddenBy(errata, 'a-0002')).toBeUndefined()
    expect(hiddenBy(undefined, 'a-0001')).toBeUndefined()
  })
  test('that is a question makes its article count one less', () => {
    const errata = issue([{ id: 'q-00001', ...told, hide: true, article: 'a-0001' }])
    expect(amendCatalog(catalog, errata)).toMatchObject({
      articles: [{ questions: 1 }, { questions: 1 }],
      counts: { questions: 2 },
    })
    expect(amendQuestions([question], errata)).toEqual([])
  })
})

describe('an amended question', () => {
  test('with another answer keeps its hash: what was answered was asked in these words', () => {
    const [after] = amendQuestions([question], issue([{ id: 'q-00001', ...told, answer: 'b' }]))
    expect(after).toMatchObject({ answer: 'b', hash: question.hash, corrected: told })
  })
  test('with another wording has another hash, so that it is asked anew', () => {
    const errata = issue([{ id: 'q-00001', ...told, texts: [{ was: '几名', now: '多少名' }] }])
    const [after] = amendQuestions([question], errata)
    expect(after!.stem).toBe('有多少名代表？')
    expect(after!.hash).not.toBe(question.hash)
  })
  test('keeps its answer when the correction has one of another kind', () => {
    const [after] = amendQuestions([question], issue([{ id: 'q-00001', ...told, answer: ['a', 'b'] }]))
    expect(after).toBe(question)
  })
})
