import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { foldAll } from '@domain/progress/fold'
import { emptyProgress } from '@domain/progress/state'
import { note } from '@domain/review/notebook'
import { addDays, shanghaiDay } from '@domain/time/day'
import { uuidv7 } from '@domain/time/uuid'
import { StorageFullError } from '@/storage/errors'
import { MemberLog } from '@/storage/member-log'
import { memoryKeyValue } from './memory-key-value'

const START = Date.UTC(2026, 10, 23, 4)
let serial = 0

function event(act: Partial<MemberEvent>, at = START): MemberEvent {
  serial += 1
  const random = new Uint8Array(16).fill(serial % 256)
  random[1] = serial >> 8
  return { id: uuidv7(at, random), at, day: shanghaiDay(at), ...act } as MemberEvent
}

const reading = fc
  .record({
    item: fc.integer({ min: 1, max: 610 }),
    seconds: fc.integer({ min: 1, max: 60 }),
    hours: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ item, seconds, hours }) =>
    event(
      { kind: 'read', item: `a-${String(item).padStart(4, '0')}`, seconds, reached: 0.5 },
      START + hours * 3_600_000,
    ),
  )

const corrupt: string[] = []
const openLog = (kv = memoryKeyValue()) => ({ kv, log: new MemberLog(kv, key => corrupt.push(key)) })

beforeEach(() => {
  corrupt.length = 0
})

test('what is loaded is what the events fold to, however they were cut into appends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(reading, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async batches => {
      const { log } = openLog()
      for (const batch of batches) await log.append(batch, note)
      const expected = foldAll(emptyProgress(), batches.flat())
      const { progress } = await log.load()
      expect(progress.items).toEqual(expected.items)
      expect(progress.days).toEqual(expected.days)
    }),
    { numRuns: 60 },
  )
})

test('two windows on the same store lose none of each other’s events', async () => {
  const kv = memoryKeyValue()
  const one = new MemberLog(kv, () => undefined)
  const two = new MemberLog(kv, () => undefined)
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? one : two).append([event({ kind: 'read', item: 'a-0001', seconds: 10, reached: 0.1 }, START + i)], note),
    ),
  )
  expect((await one.load()).progress.items['a-0001']!.seconds).toBe(200)
  expect(await two.events()).toHaveLength(20)
})

test('a full store refuses the append, says so, and keeps what was there', async () => {
  const kv = memoryKeyValue(6_000)
  const { log } = openLog(kv)
  await log.append([event({ kind: 'read', item: 'a-0001', seconds: 10, reached: 0.1 })], note)
  const before = new Map(kv.raw)
  const many = Array.from({ length: 200 }, () => event({ kind: 'read', item: 'a-0002', seconds: 10, reached: 0.1 }))
  await expect(log.append(many, note)).rejects.toThrow(StorageFullError)
  expect(kv.raw).toEqual(before)
})

test('a value of the wrong shape is reported and studying goes on', async () => {
  const { kv, log } = openLog()
  await log.append([event({ kind: 'read', item: 'a-0001', seconds: 10, reached: 0.1 })], note)
  kv.raw.set('items/a-0', JSON.stringify({ 'a-0001': { seconds: 'ten' } }))
  expect((await log.load()).progress.items).toEqual({})
  expect(corrupt).toEqual(['items/a-0'])
  await log.append([event({ kind: 'read', item: 'a-0001', seconds: 7, reached: 0.1 })], note)
  expect((await log.load()).progress.items['a-0001']!.seconds).toBe(7)
})

test('totals with the field `horizon`, as earlier versions kept them, are read, and the next append writes them without it', async () => {
  const { kv, log } = openLog()
  await log.append([event({ kind: 'favourite', item: 'a-0001', on: true })], note)
  kv.raw.set('totals', JSON.stringify({ ...JSON.parse(kv.raw.get('totals')!), horizon: 0 }))
  expect((await log.load()).progress.favourites['a-0001']).toMatchObject({ on: true })
  expect(corrupt).toEqual([])
  await log.append([event({ kind: 'favourite', item: 'a-0002', on: true })], note)
  const { favourites, horizon } = JSON.parse(kv.raw.get('totals')!)
  expect([Object.keys(favourites), horizon]).toEqual([['a-0001', 'a-0002'], undefined])
})

test('a wrong answer puts its card into the notebook with the same append', async () => {
  const { log } = openLog()
  const answer = {
    question: 'q-00001',
    hash: 'x',
    type: 'single' as const,
    shelf: 'local' as const,
    given: ['a'],
    correct: false,
    seconds: 3,
  }
  await log.append([event({ kind: 'answer', run: 'r', mode: 'practice', answer })], note)
  const { notebook, progress } = await log.load()
  expect(Object.keys(notebook)).toEqual(['q-00001'])
  expect(progress.tally.local).toEqual({ answered: 1, correct: 0 })
})

test('a long day is cut into segments below the limit of a key', async () => {
  const { kv, log } = openLog()
  for (let i = 0; i < 60; i++) {
    await log.append(
      Array.from({ length: 40 }, () => event({ kind: 'read', item: 'a-0001', seconds: 1, reached: 0.1 })),
      note,
    )
  }
  const segments = [...kv.raw].filter(([key]) => key.startsWith('log/'))
  expect(segments.length).toBeGreaterThan(1)
  for (const [, value] of segments) expect(value.length).toBeLessThan(200_000)
  expect(await log.events()).toHaveLength(2_400)
})

test('the log forgets after ninety days and the summaries do not', async () => {
  const { log } = openLog()
  await log.append([event({ kind: 'read', item: 'a-0001', seconds: 10, reached: 0.1 })], note)
  const later = START + 91 * 86_400_000
  await log.prune(later)
  expect(await log.events()).toEqual([])
  expect((await log.load()).progress.days[addDays(shanghaiDay(later), -91)]!.read_seconds).toBe(10)
})

test('a place reached without playing is kept, counts nothing and is no act', async () => {
  const { kv, log } = openLog()
  await log.collectFor('m', () => true, 'phone')
  const heard = { kind: 'listen', item: 'e-0001', seconds: 3, from: 0, position: 3 } as const
  await log.append([event(heard), event({ ...heard, item: 'e-0002' })], note)
  const before = (await log.load()).progress
  await log.keepPosition('e-0001', 78, START + 1_000)
  const { progress } = await log.load()
  const moved = { ...before.items['e-0001']!, position: { second: 78, at: START + 1_000 } }
  expect(progress.items).toEqual({ ...before.items, 'e-0001': moved })
  expect(progress.days).toEqual(before.days)
  expect(await log.events()).toHaveLength(2)
  expect((await log.outbox.days('m')).map(it => it.acts)).toEqual([2])
  expect(JSON.stringify([...kv.raw].filter(([key]) => /^(log|outbox)/.test(key)))).not.toContain('78')

  // What is played afterwards is the later word.
  await log.append([event({ ...heard, from: 78, position: 80 }, START + 2_000)], note)
  expect((await log.load()).progress.items['e-0001']!.position!.second).toBe(80)
})
