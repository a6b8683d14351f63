import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { isDayOfMonth, parseFuzzy, weekday } from '../../scripts/feed/dates/fuzzy'
import { mentionAgrees } from '../../scripts/feed/dates/agree'
import { findMentions } from '../../scripts/feed/dates/mentions'
import { arabic, numbersIn } from '../../scripts/feed/text/numerals'
import { containsWords, comparable } from '../../scripts/feed/text/comparable'
import { jaccard, similarPairs } from '../../scripts/feed/text/shingles'
import { packCatalog, unpackCatalog } from '../../domain/catalog/packed-catalog'
import type { Catalog } from '../../domain/catalog/types'
import { readNumeral } from '../../domain/text/numerals'
import { anyCharacter } from '../any-character'

const DIGITS = '零一二三四五六七八九'

/** Writes a number below 10^8 as it is said; the slow, obvious opposite of `readNumeral`. */
function say(number: number): string {
  if (number >= 10000) {
    const rest = number % 10000
    return `${say(Math.floor(number / 10000))}万${rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${say(rest)}`}`
  }
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (number < unit) continue
    const rest = number % unit
    const head = unit === 10 && number < 20 ? '' : DIGITS[Math.floor(number / unit)]!
    return `${head}${name}${rest === 0 ? '' : `${rest < unit / 10 ? '零' : ''}${say(rest)}`}`
  }
  return DIGITS[number]!
}
const yearDigits = (year: number) => [...String(year)].map(digit => DIGITS[Number(digit)]!.replace('零', '〇')).join('')

const day = fc
  .record({
    y: fc.integer({ min: 1840, max: 2030 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ y, m, d }) => isDayOfMonth(m, d, y))
const iso = ({ y, m, d }: { y: number; m: number; d: number }) =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

describe('numerals', () => {
  test('a number said in Chinese has its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), number =>
        expect(readNumeral(say(number))).toEqual({ value: number, regular: true }),
      ),
    )
  })
  test.each([
    ['1.7万', 17000],
    ['2万5千', 25000],
    ['8.6万', 86000],
    ['一九二一', 1921],
    ['两万五千', 25000],
    ['1.2亿', 120_000_000],
    ['十', 10],
    ['百', 100],
    ['1,921', 1921],
  ])('%s is %d', (text, value) => {
    expect(numbersIn(text)).toEqual([value])
  })
  test('texts survive: what is no numeral is not touched', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\d〇零○一二两三四五六七八九十百千万亿,]*$/u), text =>
        expect(arabic(text)).toBe(text),
      ),
    )
  })
  test('normal form is the same for quotation marks, width and numerals, and is its own normal form', () => {
    expect(comparable('“一二·九”运动')).toBe(comparable('一二九运动'))
    expect(comparable('１９２１年，十三人')).toBe('1921年13人')
    expect(comparable('百分之九十五点')).toBe('95%点')
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), text =>
        expect(comparable(comparable(text)).length).toBeLessThanOrEqual(comparable(text).length + text.length),
      ),
    )
  })
  test('a number is not found inside a longer number', () => {
    expect(containsWords('共13人', '3人')).toBe(false)
    expect(containsWords('共13人和3人', '3人')).toBe(true)
    expect(containsWords('1921年', '192')).toBe(false)
  })
})

describe('dates in words', () => {
  test('a date written in Arabic or Chinese numerals is read back', () => {
    fc.assert(
      fc.property(day, ({ y, m, d }) => {
        for (const text of [`${y}年${m}月${d}日`, `${yearDigits(y)}年${say(m)}月${say(d)}日`]) {
          expect(findMentions(`那是${text}的事`)).toEqual([{ y, m, d, start: 2, end: 2 + text.length }])
        }
      }),
    )
  })
  test('a date agrees with itself however little of it is said, and with no other day', () => {
    fc.assert(
      fc.property(day, day, (date, other) => {
        const { y, m, d } = date
        for (const text of [`${y}年`, `${y}年${m}月`, `${m}月${d}日`, `${y}年${m}月${d}日`]) {
          expect(findMentions(text).every(mention => mentionAgrees(mention, iso(date)))).toBe(true)
        }
        if (iso(date) !== iso(other))
          expect(findMentions(`${y}年${m}月${d}日`).some(mention => mentionAgrees(mention, iso(other)))).toBe(false)
      }),
    )
  })
  test('any text is read without an exception, and offsets lie in it', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...'0123456789一二三十廿年月日号至到—、春夏初底上旬中下代个第几〇'))
          .map(chars => chars.join('')),
        text => {
          for (const { start, end } of findMentions(text)) expect(text.slice(start, end)).not.toBe('')
        },
      ),
    )
  })
  test('weekdays are those of the calendar', () => {
    fc.assert(
      fc.property(day, date =>
        expect(weekday(iso(date))).toBe((new Date(`${iso(date)}T00:00:00Z`).getUTCDay() + 6) % 7),
      ),
    )
  })
  test.each(['1921-13', '1921-02-29', '1921-00-10', '21', '1921-7-3', ''])('%s is no date', text => {
    expect(parseFuzzy(text)).toBeUndefined()
  })
  test.each([
    ['1927年秋收起义', undefined],
    ['1927年秋', '秋'],
    ['1949年春天', '春'],
    ['1935年1月中旬', '中旬'],
    ['1934年底', '底'],
    ['1927年中共中央', undefined],
  ])('%s has the season or part that it says', (text, part) => {
    expect(findMentions(text)[0]?.part).toBe(part)
  })
})

describe('similar texts', () => {
  test('prefix filtering finds exactly the pairs that comparing everything with everything finds', () => {
    const set = fc
      .uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 12 })
      .map(items => new Set(items))
    fc.assert(
      fc.property(fc.array(set, { maxLength: 12 }), fc.constantFrom(0.3, 0.6, 0.85), (sets, threshold) => {
        const slow = sets.flatMap((a, i) =>
          sets.flatMap((b, j) => (i < j && jaccard(a, b) > threshold ? [`${i} ${j}`] : [])),
        )
        const fast = similarPairs(sets, threshold).map(([a, b]) => `${a} ${b}`)
        expect(fast.sort()).toEqual(slow.sort())
      }),
    )
  })
})

test('packing a catalog and unpacking it gives the same catalog', () => {
  const shelf = { id: 'local' as const, title: '身边课', short: '身边', note: '', volumes: [1840, 1937] }
  const period = { id: 'reform' as const, title: '', from: 1978, to: 2012 }
  const series = { id: 'gushi' as const, title: '', kind: 'video' as const, note: '', volumeSize: 50 }
  const anyId = fc.constantFrom('a-0000', 'a-0123', 'e-0045', 'a-0NaN', 'a--001')
  const shared = {
    id: fc.oneof(anyId, fc.string()),
    title: fc.string(),
    shelf: fc.constant(shelf.id),
    period: fc.constant(period.id),
    date: fc.constantFrom('1840', '1936-12', '1950-01-02'),
    checked: fc.boolean(),
    approved: fc.boolean(),
  }
  const dated = ['1840年', '1936年', '1936年12月', '1950年1月2日', '1950年1月'].map(date => `平 · ${date}`)
  const subject = fc.option(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(...dated)), { nil: undefined })
  const media = fc.record({
    file: fc.string(),
    bytes: fc.nat(),
    sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex),
    bundled: fc.boolean(),
    label: fc.string(),
  })
  const articles = fc
    .record({ ...shared, subject, chars: fc.nat(), questions: fc.nat() })
    .map(({ subject: about, ...it }) => ({
      ...it,
      ...(about ? { subject: about } : {}),
      volume: `articles-local-${it.date < '1937' ? 1840 : 1937}.json`,
    }))
  const episodes = fc
    .record({
      ...shared,
      subject,
      number: fc.integer({ min: 1, max: 200 }),
      articles: fc.array(fc.oneof(anyId, fc.string())),
      flagship: fc.boolean(),
      kind: fc.constantFrom('audio', 'video'),
      seconds: fc.nat(),
      media: fc.option(media, { nil: undefined }),
    })
    .map(({ media: file, subject: about, ...it }) => ({
      ...it,
      ...(about ? { subject: about } : {}),
      series: series.id,
      volume: `episodes-gushi-${Math.floor((it.number - 1) / 50) * 50 + 1}.json`,
      ...(file ? { media: file } : {}),
    }))
  fc.assert(
    fc.property(fc.array(articles), fc.array(episodes), (articleMetas, episodeMetas) => {
      const catalog = {
        version: 'v',
        shelves: [shelf],
        periods: [period],
        series: [series],
        histories: [],
        articles: articleMetas,
        episodes: episodeMetas,
      } as unknown as Catalog
      expect(unpackCatalog(JSON.parse(JSON.stringify(packCatalog(catalog))))).toEqual(catalog)
    }),
  )
})

test('a packed catalog says nothing twice: no letters of ids, no dashes of dates, no date of the item in its subject', () => {
  const shelves = [{ id: 'reform', volumes: [1978] }]
  const meta = { id: 'a-0007', title: '题', shelf: 'reform', period: 'reform', chars: 9, questions: 1 }
  const article = { ...meta, date: '1978-12-18', subject: '三中全会 · 1978年12月', checked: true, approved: false }
  const catalog = { shelves, periods: [{ id: 'reform' }], series: [], articles: [article], episodes: [] }
  const [row] = packCatalog(catalog as unknown as Catalog).articles
  expect(row).toEqual([7, '题', 0, 0, 19781218, 9, 1, 1, '三中全会', 2])
})
