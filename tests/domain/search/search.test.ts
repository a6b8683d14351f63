import fc from 'fast-check'
import type { SearchDocument } from '@domain/search/documents'
import { sentencesOf } from '@domain/search/documents'
import { plainForm, plainRange } from '@domain/search/plain-form'
import { findWord, isShortFor, standsApart } from '@domain/search/find'
import { excerpt, markWords } from '@domain/search/marks'
import type { QueryWord } from '@domain/search/query'
import { bestLine, search, type Hit } from '@domain/search/search'
import { searchMost } from '@domain/search/search-most'

/** Few characters, so that words recur; marks, widths and cases among them. */
const text = (max: number) =>
  fc
    .array(fc.constantFrom('遵', '义', '会', '议', '1', '１', '9', 'A', 'ａ', '·', ' ', '“', '、'), { maxLength: max })
    .map(units => units.join(''))
const word = fc
  .array(text(3), { minLength: 1, maxLength: 2 })
  .map((forms): QueryWord => ({ typed: plainForm(forms[0]!), forms: forms.map(plainForm) }))
  .filter(({ forms }) => forms.every(form => form !== ''))
const document = fc
  .record({
    title: text(6),
    lines: fc.array(text(12), { maxLength: 4 }),
    kind: fc.constantFrom('article', 'event'),
    cites: fc.array(fc.record({ at: fc.nat(7), weight: fc.constantFrom(0.1, 0.4, 1) }), { maxLength: 2 }),
  })
  .map(({ title, lines, kind, cites }): Omit<SearchDocument, 'id'> => ({
    title,
    kind: kind as SearchDocument['kind'],
    names: [plainForm(title)],
    lines,
    plain: lines.map(plainForm).join('\n'),
    date: '1935',
    cites: kind === 'article' ? cites.map(({ at, weight }) => ({ id: `x-${at}`, weight, words: '遵' })) : [],
  }))
const documents = fc
  .array(document, { maxLength: 8 })
  .map(all => all.map((it, i): SearchDocument => ({ ...it, id: `x-${i}` })))

/** The slow, obvious way: every start is tried, the neighbours are looked at. */
function standsIn(words: string, form: string): boolean {
  for (let i = 0; i + form.length <= words.length; i++) {
    if (words.slice(i, i + form.length) !== form) continue
    const before = /\d/.test(form[0]!) && /\d/.test(words[i - 1] ?? '')
    const after = /\d/.test(form[form.length - 1]!) && /\d/.test(words[i + form.length] ?? '')
    if (!before && !after) return true
  }
  return false
}

/** Whether a document has a word in its title or sentences, or its title has the two parts of it, or it is the entry of the ledger that the word is short for. */
function has(it: SearchDocument, { forms }: QueryWord): boolean {
  const lines = [it.title, ...it.lines].map(plainForm)
  return forms.some(
    form =>
      lines.some(line => standsIn(line, form)) ||
      standsApart(plainForm(it.title), form) ||
      (it.kind === 'event' && isShortFor(plainForm(it.title), form)),
  )
}

/** Whether a document cites an entry whose name has the word. */
function cites(it: SearchDocument, all: SearchDocument[], word: QueryWord): boolean {
  const entries = all.filter(({ kind }) => kind === 'event').map(entry => ({ ...entry, lines: [] }))
  return it.cites.some(({ id }) => entries.some(entry => entry.id === id && has(entry, word)))
}

test('search finds exactly the documents that have every word, in words of their own or through the ledger', () => {
  fc.assert(
    fc.property(documents, fc.array(word, { minLength: 1, maxLength: 2 }), (all, words) => {
      const wanted = all.filter(it => words.every(one => has(it, one) || cites(it, all, one))).map(it => it.id)
      expect(
        search(all, words)
          .map(hit => hit.document.id)
          .sort(),
      ).toEqual(wanted.sort())
    }),
  )
})

const single = ({ typed }: QueryWord) => typed.length === 1

/** How often a form stands in the sentences of a document, none overlapping another. */
function timesIn({ plain }: SearchDocument, form: string): number {
  let times = 0
  for (let at = findWord(plain, form); at >= 0; at = findWord(plain, form, at + form.length)) times += 1
  return times
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

/**
 * The slow, obvious way: every word is searched for by itself, what each found is added up, with half of what the text about an
 * entry has, or the entry of a text, and with what stands in one sentence.
 */
function mostWordByWord(all: SearchDocument[], words: QueryWord[]): Hit[] {
  const long = words.filter(one => !single(one))
  const needed = long.length > 1 || (long.length === 0 && words.length > 1) ? long : words
  const whole = search(all, needed).filter(hit => hit.place !== 'body')
  const found = words.map(one => search(all, [one]))
  // A single character says half as much as a word does, unless nobody wrote it.
  const worths = found.map(
    (hits, i) => Math.log(1 + all.length / Math.max(hits.length, 1)) * (hits.length > 0 && single(words[i]!) ? 0.5 : 1),
  )
  const hitsOf = (document: SearchDocument) => found.map(hits => hits.find(hit => hit.document.id === document.id))
  const answers = (hits: (Hit | undefined)[]) => {
    const telling = words.flatMap((one, i) => (hits[i] && !single(one) ? [{ one, hit: hits[i] }] : []))
    const half = sum(words.map(one => one.typed.length)) / 2
    const says = telling.length > 1 || telling.some(({ one, hit }) => hit.place !== 'body' && one.typed.length >= half)
    return words.length === 1 || (says && sum(worths.filter((_, i) => hits[i])) >= sum(worths) / 2)
  }
  const isNamed = ({ names }: SearchDocument, { forms }: QueryWord) => names.some(name => forms.includes(name))
  const share = (document: SearchDocument, hit: Hit | undefined, one: QueryWord) => {
    if (!hit) return 0
    if (isNamed(document, one)) return 1
    if (hit.place !== 'body') return 0.4 + hit.score / 5000
    const count = Math.max(...one.forms.map(form => Math.min(timesIn(document, form), 8)))
    return 0.25 + (0.3 * count) / (count + 0.3 + 0.7 * (document.plain.length / 400))
  }
  const rest = all.filter(document => !whole.some(hit => hit.document === document) && hitsOf(document).some(Boolean))
  const own = new Map(rest.map(it => [it.id, words.map((one, i) => share(it, hitsOf(it)[i], one))]))
  const lent = ({ id, cites }: SearchDocument, i: number) => {
    const others = [
      ...cites.filter(({ weight }) => weight >= 0.5).map(one => one.id),
      ...rest.filter(it => it.cites.some(one => one.id === id && one.weight >= 0.5)).map(it => it.id),
    ].filter(other => {
      const [text, entry] = [id, other].map(one => all.find(it => it.id === one)!)
      return own.has(other) && text!.kind !== entry!.kind
    })
    return Math.max(0, ...others.map(other => own.get(other)![i]! / 2))
  }
  const stretches = ({ kind, plain, names }: SearchDocument) =>
    kind === 'event' ? [[plain, ...names].join('\n')] : plain.split('\n')
  const inOne = (document: SearchDocument, some: (one: QueryWord, i: number) => boolean) =>
    stretches(document).map(stretch =>
      words.flatMap((one, i) =>
        some(one, i) && one.forms.some(form => findWord(stretch, form) >= 0) ? [worths[i]!] : [],
      ),
    )
  const scored = rest.map(document => ({
    ...hitsOf(document).find(Boolean)!,
    document,
    score: sum(worths.map((worth, i) => worth * Math.max(own.get(document.id)![i]!, lent(document, i)))),
  }))
  const fit = scored.filter(({ document }) => answers(hitsOf(document)))
  const near = scored.filter(({ document }) =>
    inOne(document, (one, i) => !single(one) && hitsOf(document)[i] !== undefined).some(
      here => here.length > 1 && sum(here) >= 0.3 * sum(worths),
    ),
  )
  const most = fit.length + whole.length > 0 ? fit : near
  const least = 0.12 * sum(worths)
  const after = scored.filter(it => most.length + whole.length > 0 && !most.includes(it) && it.score >= least)
  const withBreath = most.map(it => ({
    ...it,
    score: it.score + 0.3 * Math.max(0, ...inOne(it.document, () => true).map(sum)),
  }))
  return [...whole, ...withBreath, ...after]
}

test('one walk for all words finds what a search word by word finds', () => {
  fc.assert(
    fc.property(documents, fc.array(word, { minLength: 1, maxLength: 4 }), (all, words) => {
      const shown = (hits: Hit[]) =>
        hits.map(({ document, place, through, score }) => [document.id, place, through?.id, score.toFixed(6)]).sort()
      expect(shown(searchMost(all, words))).toEqual(shown(mostWordByWord(all, words)))
    }),
  )
})

test('a title comes before what the ledger leads to, and both before words of a text', () => {
  fc.assert(
    fc.property(documents, word, (all, one) => {
      const places = search(all, [one]).map(hit => ['title', 'ledger', 'body'].indexOf(hit.place))
      expect(places).toEqual([...places].sort())
    }),
  )
})

test('the order of the documents makes no difference', () => {
  fc.assert(
    fc.property(documents, word, (all, one) => {
      const ids = (list: SearchDocument[]) => search(list, [one]).map(hit => hit.document.id)
      expect(ids([...all].reverse())).toEqual(ids(all))
    }),
  )
})

test('the sentence shown has the most words of all sentences', () => {
  fc.assert(
    fc.property(document, fc.array(word, { minLength: 1, maxLength: 3 }), (it, words) => {
      const counts = it.lines.map(line => words.filter(one => one.forms.some(f => standsIn(plainForm(line), f))).length)
      const most = Math.max(0, ...counts)
      expect(bestLine({ document: { ...it, id: 'a' } }, words)).toBe(most === 0 ? -1 : counts.indexOf(most))
    }),
  )
})

test('marking keeps every character and marks what the words are', () => {
  fc.assert(
    fc.property(text(16), word, (line, one) => {
      const pieces = markWords(line, one.forms)
      expect(pieces.map(piece => piece.text).join('')).toBe(line)
      expect(pieces.some(piece => piece.hit)).toBe(one.forms.some(form => standsIn(plainForm(line), form)))
      for (const piece of pieces) {
        if (piece.hit) expect(one.forms.some(form => plainForm(piece.text).includes(form))).toBe(true)
        else expect(one.forms.some(form => standsIn(plainForm(piece.text), form) && !/^\d|\d$/.test(form))).toBe(false)
      }
    }),
  )
})

test('a stretch of the plain form leads back to words that have it', () => {
  fc.assert(
    fc.property(text(16), fc.nat(15), fc.nat(15), (line, a, b) => {
      const plain = plainForm(line)
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
      fc.pre(to <= plain.length)
      const [start, end] = plainRange(line, from, to)
      expect(plainForm(line.slice(start, end))).toBe(plain.slice(from, to))
    }),
  )
})

test('taking the plain form twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), it => {
      expect(plainForm(plainForm(it))).toBe(plainForm(it))
    }),
  )
})

test('an excerpt has the first hit in it and is no longer than asked, but for its dots', () => {
  fc.assert(
    fc.property(text(40), word, fc.integer({ min: 24, max: 30 }), (line, one, most) => {
      const pieces = markWords(line, one.forms)
      const cut = excerpt(pieces, most)
      expect(
        cut
          .map(piece => piece.text)
          .join('')
          .replace(/…/g, '').length,
      ).toBeLessThanOrEqual(most)
      expect(cut.some(piece => piece.hit)).toBe(pieces.some(piece => piece.hit))
    }),
  )
})

test('sentences keep all words of a paragraph', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('红', '军', '。', '”', '！', '“', '；', ' '), { maxLength: 20 }).map(it => it.join('')),
      paragraph => {
        expect(plainForm(sentencesOf(paragraph).join(''))).toBe(plainForm(paragraph))
      },
    ),
  )
})

test('a number is not found inside a longer one', () => {
  expect(findWord('1935年11月', '1月')).toBe(-1)
  expect(findWord('1935年1月', '1月')).toBe(5)
  expect(findWord('1935年1月和11月', '1935年1')).toBe(0)
  expect(findWord('19350', '1935')).toBe(-1)
})

test.each([
  ['汶川特大地震', '汶川地震', true],
  ['真理标准问题大讨论', '真理标准大讨论', true],
  ['中国共产党第十一次全国代表大会', '中国共产党第一次全国代表大会', false],
  ['1949年10月1日', '1949年1日', false],
  ['汶川地震', '汶川地震', false],
  ['地动山摇', '地摇', false],
])('whether %s may be called %s: %s', (name, short, may) => {
  expect(isShortFor(name, short)).toBe(may)
})
