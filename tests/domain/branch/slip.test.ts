import fc from 'fast-check'
import { fromBase64url, toBase64url } from '@domain/text/base64url'
import { crc32 } from '@domain/branch/crc32'
import { BRANCH_LIMIT, NAME_LIMIT, type Slip, decodeSlips, encodeSlip, slipOf } from '@domain/branch/slip'
import { slipLines } from '@domain/branch/slip-lines'
import { emptyDay } from '@domain/progress/state'
import { utf8Bytes, utf8Text } from '@domain/text/utf8'
import { addDays, dayStart } from '@domain/time/day'
import { anyCharacter } from '../../any-character'

const decodeSlip = (text: string) => decodeSlips(text)[0]!
const hanzi = fc.integer({ min: 0x4e00, max: 0x9fff }).map(c => String.fromCharCode(c))
const text = (max: number) => fc.string({ unit: fc.oneof(hanzi, fc.constantFrom(...'王小明 A1-·')), maxLength: max })
const count = fc.nat(1_000_000)
const anySlip: fc.Arbitrary<Slip> = fc
  .record({
    name: text(NAME_LIMIT),
    branch: text(BRANCH_LIMIT),
    weeks: fc.nat(2000),
    studyDays: fc.nat(7),
    items: count,
    answers: count,
    minute: fc.nat(60_000),
    tag: fc.nat(0xffff),
  })
  .map(({ weeks, minute, ...rest }) => {
    const week = addDays('2020-01-06', 7 * weeks)
    return { ...rest, week, madeAt: dayStart(week) + minute * 60_000 }
  })
const SLIP: Slip = {
  name: '王小明',
  branch: 'JS-0012',
  week: '2026-11-23',
  studyDays: 4,
  items: 6,
  answers: 40,
  madeAt: dayStart('2026-11-27') + 19 * 3_600_000,
  tag: 4711,
}

test('a slip comes back as it was, in at most 150 characters', () => {
  fc.assert(
    fc.property(anySlip, slip => {
      const code = encodeSlip(slip)
      expect(code.length).toBeLessThanOrEqual(150)
      expect(decodeSlip(code)).toEqual({ ok: true, slip })
    }),
    { numRuns: 500 },
  )
})

test('a slip of an ordinary week stays small, and these characters for ever', () => {
  // A change here makes every slip of an older app unreadable.
  expect(encodeSlip(SLIP)).toMatchInlineSnapshot(`"EQX2.AWcEGvQSZwYoCeeOi-Wwj-aYjgdKUy0wMDEysM27Yg"`)
})

test('a slip of an app before it is read without its goal, its minutes and its right answers', () => {
  expect(decodeSlip('EQX1.AWc0GvQSZwZfKCQJ546L5bCP5piOB0pTLTAwMTK29WDb')).toEqual({ ok: true, slip: SLIP })
})

test('any one damaged character is noticed', () => {
  const code = encodeSlip(SLIP)
  const chars = Array.from('ABCXYZabcxyz0189-_. =　。')
  for (let at = 0; at < code.length; at++) {
    for (const c of chars) {
      const damaged = code.slice(0, at) + c + code.slice(at + 1)
      if (damaged !== code) expect(decodeSlip(damaged).ok).toBe(false)
    }
    expect(decodeSlip(code.slice(0, at) + code.slice(at + 1)).ok).toBe(false)
    expect(decodeSlip(code.slice(0, at)).ok).toBe(false)
  }
})

test('any one damaged character of any slip is noticed', () => {
  fc.assert(
    fc.property(anySlip, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (slip, n, c) => {
      const code = encodeSlip(slip)
      const at = n % code.length
      const damaged = code.slice(0, at) + c + code.slice(at + 1)
      if (damaged !== code) expect(decodeSlip(damaged).ok).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('foreign, damaged and newer codes are told apart', () => {
  const code = encodeSlip(SLIP)
  expect(decodeSlip('https://example.org/pay?x=1')).toEqual({ ok: false, error: 'foreign' })
  expect(decodeSlip('')).toEqual({ ok: false, error: 'foreign' })
  expect(decodeSlip(code.slice(0, -3))).toEqual({ ok: false, error: 'damaged' })
  expect(decodeSlip(code.replace('EQX2', 'EQX3'))).toEqual({ ok: false, error: 'newer' })
})

test('no text makes reading throw', () => {
  const tail = fc.string({ unit: fc.constantFrom(...'ABCabc019-_') })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        tail.map(t => `EQX2.${t}`),
      ),
      t => expect(decodeSlip(t).ok).toBe(false),
    ),
  )
})

test('the six lines say the same in words, and pasted back they are the slip', () => {
  const lines = slipLines(SLIP)
  expect(lines).toHaveLength(6)
  expect(lines.slice(0, 5)).toEqual([
    '学习单（自报）2026年11月23日至29日',
    '姓名：王小明　支部：JS-0012',
    '学习 4 天',
    '学完 6 篇（集）',
    '答题 40 道',
  ])
  expect(decodeSlip(`老张转发：\n${lines.join('\n')}\n谢谢`)).toEqual({ ok: true, slip: SLIP })
  expect(slipLines({ ...SLIP, answers: 0 })[4]).toBe('没有答题')
})

test("a slip is made from the week's counters and nothing else", () => {
  const days = {
    '2026-11-22': { ...emptyDay('2026-11-22'), read_seconds: 9999 },
    '2026-11-23': { ...emptyDay('2026-11-23'), read_seconds: 200, watch_seconds: 90, items: ['a-0001'] },
    '2026-11-29': { ...emptyDay('2026-11-29'), answers: 5, correct_answers: 4 },
  }
  const who = { name: ' 王小明 ', branch: 'JS-0012', tag: 1 }
  expect(slipOf(days, '2026-11-25', who, dayStart('2026-11-25') + 61_000)).toEqual({
    name: '王小明',
    branch: 'JS-0012',
    tag: 1,
    week: '2026-11-23',
    studyDays: 2,
    items: 1,
    answers: 5,
    madeAt: dayStart('2026-11-25') + 60_000,
  })
})

test('a slip made from any name can be encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 40 }), fc.string({ maxLength: 40 }), (name, branch) => {
      const slip = slipOf({}, '2026-11-25', { name, branch, tag: 1 }, dayStart('2026-11-25'))
      expect(decodeSlip(encodeSlip(slip))).toEqual({ ok: true, slip })
    }),
  )
})

test('impossible slips are refused', () => {
  const bad: Partial<Slip>[] = [{ week: '2026-11-24' }, { studyDays: 8 }, { answers: -1 }, { name: '名'.repeat(17) }]
  for (const more of bad) expect(() => encodeSlip({ ...SLIP, ...more })).toThrow(RangeError)
})

describe('the bytes below', () => {
  test('are those of the standards', () => {
    const bytes = utf8Bytes('123456789')
    expect(crc32(bytes)).toBe(0xcbf43926)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), t => {
        expect(utf8Bytes(t)).toEqual([...Buffer.from(t, 'utf8')])
        expect(toBase64url(utf8Bytes(t))).toBe(Buffer.from(t, 'utf8').toString('base64url'))
      }),
    )
  })

  test('come back whole, and what is no encoding is refused', () => {
    fc.assert(fc.property(fc.array(fc.nat(255)), b => expect(fromBase64url(toBase64url(b))).toEqual(b)))
    expect(fromBase64url('QQ=')).toBeUndefined()
    expect(fromBase64url('QR')).toBeUndefined()
    expect(fromBase64url('A')).toBeUndefined()
    expect(utf8Text([0xff])).toBeUndefined()
  })
})

test('several slips copied out of a chat at once are all read, and a damaged one among them is told apart', () => {
  const other = { ...SLIP, name: '示例李二', tag: 12 }
  const damaged = encodeSlip({ ...SLIP, name: '示例赵三' }).slice(0, -3)
  const chat = [...slipLines(SLIP), '示例李二：', ...slipLines(other), damaged].join('\n')
  expect(decodeSlips(chat)).toEqual([
    { ok: true, slip: SLIP },
    { ok: true, slip: other },
    { ok: false, error: 'damaged' },
  ])
  expect(decodeSlips('今天开会')).toEqual([{ ok: false, error: 'foreign' }])
})
