import type { Slip } from '@domain/branch/slip'
import { addDays } from '@domain/time/day'
import { migrate } from '@/storage/migrations'
import { hasShape } from '@/storage/shape'
import { SlipBook } from '@/storage/slip-book'
import { memoryKeyValue } from './memory-key-value'

const SLIP: Slip = {
  name: '示例王一示',
  branch: '示例03',
  week: '2026-11-23',
  studyDays: 4,
  items: 6,
  answers: 40,
  madeAt: 1_795_600_000_000,
  tag: 4711,
}
const weeks = (count: number) => Array.from({ length: count }, (_, i) => addDays(SLIP.week, -7 * i))

test('a branch’s year of slips stays below what a key of the phone takes, and none is lost', async () => {
  const kv = memoryKeyValue()
  const book = new SlipBook(kv)
  for (const week of weeks(53)) {
    for (let tag = 0; tag < 22; tag++) await book.take({ ...SLIP, week, tag }, { week })
  }
  expect(await book.all()).toHaveLength(53 * 22)
  for (const [key, raw] of kv.raw) {
    expect(Buffer.byteLength(String(raw))).toBeLessThan(200_000)
    expect(hasShape(key, JSON.parse(String(raw)))).toBe(true)
  }
})

test('months beyond a year and a bit go, the newest stay', async () => {
  const kv = memoryKeyValue()
  const book = new SlipBook(kv)
  for (const week of weeks(120)) await book.take({ ...SLIP, week }, { week })
  const kept = await book.all()
  expect(kept.length).toBeGreaterThanOrEqual(60)
  expect(kept.map(it => it.week)).toContain(SLIP.week)
  expect(kept.map(it => it.week)).not.toContain(weeks(120)[119])
  expect(await kv.keys('slips/')).toHaveLength(15)
})

test('one of two namesakes of different branches can be taken out, and the other stays', async () => {
  const book = new SlipBook(memoryKeyValue())
  const other = { ...SLIP, branch: '示例04' }
  for (const slip of [SLIP, other]) await book.take(slip, SLIP)
  await book.remove(SLIP)
  expect(await book.all()).toEqual([other])
})

test('slips that stood in one record stand by their month, none lost', async () => {
  const kv = memoryKeyValue()
  const slips = weeks(9).map(week => ({ ...SLIP, week }))
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        ['meta', { schema: 2 }],
        ['slips', slips],
      ]),
  )
  await migrate(kv)
  expect((await kv.read(['slips'])).has('slips')).toBe(false)
  const kept = await new SlipBook(kv).all()
  expect(new Set(kept.map(it => it.week))).toEqual(new Set(weeks(9)))
  expect(kept).toHaveLength(9)
})

test.each([
  ['no list', {}],
  ['a slip without its numbers', [{ ...SLIP, answers: undefined }]],
  ['a week that is no day', [{ ...SLIP, week: '2026-99-99' }]],
])('a record of slips with %s is not trusted', (_what, value) => {
  expect(hasShape('slips/2026-11', value)).toBe(false)
})
