import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { badges } from '@domain/progress/badges'
import { dayBars, heatLevel, weekBars } from '@domain/progress/charts'
import { studyDays } from '@domain/progress/study-day'
import { weekSummary } from '@domain/progress/week-summary'
import { dueOn, openCards } from '@domain/review/due'
import { note } from '@domain/review/notebook'
import { streakOf } from '@domain/streak/weeks'
import { dayRecord, dayState } from '@domain/sync/day-record'
import { shanghaiDay } from '@domain/time/day'
import { uuidv7 } from '@domain/time/uuid'
import { MemberLog } from '@/storage/member-log'
import { readArchive, writeArchive } from '@/storage/archive'
import { memoryKeyValue } from './memory-key-value'

const AT = Date.UTC(2026, 10, 24, 4)
const DAY = shanghaiDay(AT)
let serial = 0
const event = (act: object): MemberEvent => {
  serial += 1
  const random = new Uint8Array(16).fill(serial % 256)
  random[1] = serial >> 8
  return { id: uuidv7(AT, random), at: AT, day: DAY, ...act } as MemberEvent
}
const acts = () => [
  event({ kind: 'read', item: 'a-0001', seconds: 60, reached: 1 }),
  event({ kind: 'finish', item: 'a-0001' }),
  event({ kind: 'listen', item: 'e-0001', seconds: 30, from: 0, position: 30 }),
  event({ kind: 'favourite', item: 'a-0001', on: true }),
  event({ kind: 'set', run: 'r', mode: 'daily', set: 's', total: 5, correct: 4 }),
  event({
    kind: 'answer',
    run: 'r',
    mode: 'daily',
    answer: {
      question: 'q-00001',
      hash: '012345678901',
      type: 'single',
      shelf: 'reform',
      given: ['a'],
      correct: false,
      seconds: 9,
    },
  }),
]

/** A store with one of every kind of record. */
async function studied() {
  const kv = memoryKeyValue()
  const log = new MemberLog(kv, () => undefined)
  await log.collectFor('m', () => true, 'phone')
  await log.append(acts(), note)
  return kv
}

/** Puts `value` somewhere inside `whole`: at its root, or in the place of a field at any depth. */
function spoil(whole: unknown, path: number[], value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined || typeof whole !== 'object' || whole === null) return value
  const keys = Object.keys(whole)
  const key = keys[first % Math.max(1, keys.length)]
  if (key === undefined) return value
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>
  copy[key] = spoil(copy[key], rest, value)
  return copy
}

const KINDS = [
  ...['items/a-0', 'items/e-0', 'days/2026-11', 'cards/0', 'totals', `log/${DAY}/000`],
  ...['outbox/active', 'outbox/m/state', 'outbox/m/days', 'device'],
]
const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('', 'x', -1, 1e300, null, [], {}, true))

/** Everything that the tracker and the notebook make of the records. */
function show({ progress, notebook }: Awaited<ReturnType<MemberLog['load']>>): unknown {
  return [
    Object.values(progress.days).map(heatLevel),
    weekBars(progress.days, DAY, 9),
    dayBars(progress.days, DAY),
    weekSummary(progress.days, DAY),
    streakOf(studyDays(progress.days), DAY),
    badges(progress.items, [], []),
    openCards(notebook),
    dueOn(notebook, DAY),
  ]
}

test('whatever one record has become, the rest loads, is shown, and studying goes on', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      fc.array(fc.nat(8), { maxLength: 4 }),
      junk,
      async (key, path, value) => {
        const kv = await studied()
        const before = JSON.parse(kv.raw.get(key)!) as unknown
        kv.raw.set(key, JSON.stringify(spoil(before, path, value)))
        const log = new MemberLog(kv, () => undefined)
        show(await log.load())
        await log.append(acts(), note)
        const after = await log.load()
        show(after)
        expect(after.progress.items['a-0001']!.seconds).toBeGreaterThanOrEqual(60)
        expect(after.progress.days[DAY]!.answers).toBeGreaterThanOrEqual(1)
        expect(after.notebook['q-00001']).toBeDefined()
        await log.events()
        for (const owner of await log.outbox.owners()) {
          for (const it of await log.outbox.days(owner)) dayState(it, dayRecord(it).day)
          await log.outbox.settle(owner, [], [], { at: AT, day: DAY })
          await log.outbox.state(owner)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('an exported file with any part spoilt is refused, or loads and is shown', async () => {
  const file = JSON.parse(await writeArchive(await studied(), AT, 'phone')) as { values: Record<string, unknown> }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(12), { maxLength: 6 }), junk, async (path, value) => {
      let archive
      try {
        archive = readArchive(JSON.stringify(spoil(file, path, value)))
      } catch (error) {
        expect((error as Error).name).toBe('ArchiveError')
        return
      }
      expect(shanghaiDay(archive.exportedAt)).toMatch(/^\d{4}-\d\d-\d\d$/)
      const kv = memoryKeyValue()
      for (const [key, one] of Object.entries(archive.values)) kv.raw.set(key, JSON.stringify(one) ?? 'null')
      show(await new MemberLog(kv, () => undefined).load())
    }),
    { numRuns: 100 },
  )
})
