import fc from 'fast-check'
import type { Question } from '@domain/catalog/types'
import { expectedOf, grade } from '@domain/quiz/grade'
import { aliasesOf, answerForm, sameText } from '@domain/quiz/answer-form'
import { shuffle, seeded } from '@domain/quiz/random'
import { pool, question } from './pool'
import { anyCharacter } from '../../any-character'

const anyQuestion = fc.constantFrom(...pool)

test('a question answered with its own answer is right', () => {
  fc.assert(fc.property(anyQuestion, q => expect(grade(q, expectedOf(q)).correct).toBe(true)))
})

test('any other choice of options is wrong', () => {
  const given = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'true', 'false'), { maxLength: 5 })
  fc.assert(
    fc.property(anyQuestion, given, (q, list) => {
      fc.pre(q.type !== 'fill')
      const expected = expectedOf(q)
      const same =
        q.type === 'multiple'
          ? list.slice().sort().join() === expected.slice().sort().join()
          : list.join() === expected.join()
      expect(grade(q, list).correct).toBe(same)
    }),
    { numRuns: 500 },
  )
})

test('several answers may come in any order, and an order may not', () => {
  expect(grade(question(1, { type: 'multiple' }), ['c', 'a']).correct).toBe(true)
  expect(grade(question(1, { type: 'multiple' }), ['a', 'a']).correct).toBe(false)
  const order = grade(question(1, { type: 'order' }), ['c', 'a', 'b', 'd'])
  expect(order).toMatchObject({ correct: false, places: [true, true, false, false] })
})

test('a text too many makes a fill-in wrong', () => {
  expect(grade(question(1, { type: 'fill' }), ['1921年', '1922年']).correct).toBe(false)
})

test('nothing given is wrong for every type', () => {
  for (const q of pool.slice(0, 5)) expect(grade(q, []).correct).toBe(false)
})

const SAME: [string, string][] = [
  ['1921', '一九二一'],
  ['1921年', '一九二一年'],
  ['1921年', '1921'],
  ['１９２１年', '1921年'],
  ['1920', '一九二〇'],
  ['1920', '一九二零'],
  ['28', '二十八'],
  ['12', '十二'],
  ['20', '二十'],
  ['105', '一百零五'],
  ['25000里', '两万五千里'],
  ['25000里', '2万5千里'],
  ['86000', '8.6万'],
  ['86000', '86,000'],
  ['1000000', '百万'],
  ['1.2亿', '一亿二千万'],
  ['10000亿', '一万亿'],
  ['90%', '百分之九十'],
  ['《共产党宣言》', '共产党宣言'],
  ['“为人民服务”', ' 为人民 服务。'],
  ['一二·九运动', '一二九运动'],
  ['一二·九运动', '一二.九运动'],
  ['1949年10月1日', '一九四九年十月一日'],
  ['1949年10月1日', '1949.10.01'],
  ['1949年10月1日', '1949-10-1'],
  ['ABC', 'ａｂｃ'],
]
test.each(SAME)('%s and %s are the same answer', (a, b) => {
  expect(sameText(a, b)).toBe(true)
  expect(sameText(b, a)).toBe(true)
})

const UNLIKE: [string, string][] = [
  ['1921', '1922'],
  ['1.5', '15'],
  ['90%', '90'],
  ['1927-1937', '19271937'],
  ['二十', '十二'],
  ['70', '三十四十'],
  ['南昌起义', '秋收起义'],
  ['毛泽东', ''],
  ['《》', '。'],
]
test.each(UNLIKE)('%s and %s are not', (a, b) => expect(sameText(a, b)).toBe(false))

/** Writes a number the Chinese way, slowly: the opposite of what is tested. */
function chinese(n: number): string {
  const digits = '零一二三四五六七八九'
  const small = (m: number): string => {
    let out = ''
    ;[1000, 100, 10, 1].forEach((unit, i) => {
      const d = Math.floor(m / unit) % 10
      if (d) out += digits[d]! + ['千', '百', '十', ''][i]!
      else if (out && m % unit) out += out.endsWith('零') ? '' : '零'
    })
    return out
  }
  if (n < 10000) return small(n) || '零'
  const low = n % 10000
  return `${small(Math.floor(n / 10000))}万${low ? (low < 1000 ? '零' : '') + small(low) : ''}`
}

test('any number up to a hundred million reads the same in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999_999 }), n => {
      expect(answerForm(chinese(n))).toBe(String(n))
    }),
    { numRuns: 500 },
  )
})

test('no text breaks it, and no space or quotation mark is left', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom(...'零一十百万两9.-·年月日%，《 ') }),
  )
  fc.assert(
    fc.property(text, t => expect(answerForm(t)).not.toMatch(/[\s“”《》，。]/)),
    { numRuns: 500 },
  )
})

test('ledger aliases are accepted, but only of the right answer', () => {
  const aliases = aliasesOf({
    people: [{ name: '周恩来', aliases: ['周总理'] }] as never,
    events: [{ title: '南昌起义', aliases: ['八一起义'] }] as never,
    glossary: [],
  })
  const q = question(1, { type: 'fill', answer: [['南昌起义'], ['周恩来', '周恩来同志']] } as Partial<Question>)
  expect(grade(q, ['八一起义', '周总理'], aliases)).toMatchObject({ correct: true, expected: ['南昌起义', '周恩来'] })
  expect(grade(q, ['周总理', '八一起义'], aliases)).toMatchObject({ correct: false, places: [false, false] })
  expect(grade(q, ['八一起义', '周总理']).correct).toBe(false)
})

test('a date among the aliases is no other name of its event', () => {
  const events = [{ title: '遵义会议', aliases: ['1935年1月', '遵义政治局扩大会议'] }] as never
  const aliases = aliasesOf({ people: [], events, glossary: [] })
  const when = question(1, { type: 'fill', answer: [['1935年1月']] } as Partial<Question>)
  expect(grade(when, ['遵义会议'], aliases).correct).toBe(false)
  expect(sameText('遵义会议', '遵义政治局扩大会议', aliases)).toBe(true)
})

test('names that are also words of an object are no aliases', () => {
  expect(sameText('constructor', 'toString', {})).toBe(false)
})

test('a shuffled order is right only when it is the right one', () => {
  const q = question(1, { type: 'order' })
  fc.assert(
    fc.property(fc.string(), s => {
      const given = shuffle(expectedOf(q), seeded(s))
      expect(grade(q, given).correct).toBe(given.join() === expectedOf(q).join())
    }),
  )
})
