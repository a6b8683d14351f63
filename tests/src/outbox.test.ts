import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { note } from '@domain/review/notebook'
import { type DaySoFar, dayRecord, dayState, emptyDaySoFar } from '@domain/sync/day-record'
import { shanghaiDay } from '@domain/time/day'
import { writeArchive, readArchive, joinArchive } from '@/storage/archive'
import type { KeyValue } from '@/storage/key-value'
import { MemberLog } from '@/storage/member-log'
import { migrate } from '@/storage/migrations'
import { memberLog as someEvents } from '../domain/member-log'
import { memoryKeyValue } from './memory-key-value'

const openLog = (kv: KeyValue) => new MemberLog(kv, () => undefined)
const acts = (days: DaySoFar[]) => days.reduce((sum, it) => sum + it.acts, 0)
/** Acts that tell a branch something. */
const telling = (events: MemberEvent[]) =>
  events.filter(it => it.kind !== 'favourite' && (it.kind !== 'set' || /^article:a-\d{4,6}$/.test(it.set ?? ''))).length
const taken = (days: DaySoFar[]) => days.map(() => ({ taken: true }))
const NOW = (days: DaySoFar[]) => ({
  at: 1,
  day:
    days
      .map(it => it.day)
      .sort()
      .pop() ?? '2026-11-28',
})

test('nothing is collected until a member is bound', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, async events => {
      const kv = memoryKeyValue()
      await openLog(kv).append(events, note)
      expect(await kv.keys('outbox/')).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('a kill between any two acts leaves log and days in step', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, fc.nat(), async (events, n) => {
      const whole = memoryKeyValue()
      const log = openLog(whole)
      await log.collectFor('m', () => true, 'phone')
      // After so many writes no other comes: a second write for the same act would be missing.
      let left = n % (events.length + 1)
      const killed: KeyValue = {
        ...whole,
        update: (keys, change) => (left-- > 0 ? whole.update(keys, change) : Promise.reject(new Error('killed'))),
      }
      for (const event of events)
        await openLog(killed)
          .append([event], note)
          .catch(() => undefined)
      expect(acts(await log.outbox.days('m'))).toBe(telling(await log.events()))
    }),
    { numRuns: 30 },
  )
})

test('a full phone keeps neither the act nor its part of the day', async () => {
  const log = openLog(memoryKeyValue(4_000))
  await log.collectFor('m', () => true, 'phone')
  const events = fc.sample(someEvents, { numRuns: 30, seed: 4 }).flat()
  for (const event of events) await log.append([event], note).catch(() => undefined)
  const kept = await log.events()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(events.length)
  expect(acts(await log.outbox.days('m'))).toBe(telling(kept))
})

test('a day that has gone on while its answer was on the way waits again', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, fc.nat(60), async (events, n) => {
      const log = openLog(memoryKeyValue())
      await log.collectFor('m', () => true, 'phone')
      const [sent, later] = [events.slice(0, n), events.slice(n)]
      await log.append(sent, note)
      const days = await log.outbox.days('m')
      if (later.length > 0) await log.append(later, note)
      await log.outbox.settle('m', days, taken(days), { at: 1, day: '2026-01-01' })
      const told = new Map(days.map(it => [it.day, JSON.stringify(dayRecord(it))]))
      const empty = (day: string) => JSON.stringify(dayRecord(emptyDaySoFar(day, 'phone')))
      for (const it of await log.outbox.days('m')) {
        const before = told.get(it.day) ?? empty(it.day)
        if (JSON.stringify(dayRecord(it)) !== before) expect(it.sent).toBeLessThan(it.acts)
        if (later.length === 0) expect(it.sent).toBe(it.acts)
      }
    }),
    { numRuns: 40 },
  )
})

test('a refused day stays as it was', async () => {
  const log = openLog(memoryKeyValue())
  await log.collectFor('m', () => true, 'phone')
  await log.append(fc.sample(someEvents, { numRuns: 3, seed: 5 }).flat(), note)
  const days = await log.outbox.days('m')
  await log.outbox.settle(
    'm',
    days,
    days.map(() => ({ taken: false, reason: 'devices' as const })),
    NOW(days),
  )
  expect(days.some(it => it.sent < it.acts)).toBe(true)
  expect(await log.outbox.days('m')).toEqual(days)
})

test('the past goes up when it is chosen, and only what is wanted of it', async () => {
  const log = openLog(memoryKeyValue())
  const events = fc.sample(someEvents, { numRuns: 5, seed: 7 }).flat()
  const unique = events.filter((it, i) => events.findIndex(other => other.id === it.id) === i)
  await log.append(unique, note)
  const day = unique[0]!.day
  await log.collectFor('m', event => event.day >= day, 'phone')
  expect(acts(await log.outbox.days('m'))).toBe(telling(unique.filter(it => it.day >= day)))
})

test('a phone that changes hands tells nothing in a wrong name and loses nothing', async () => {
  const log = openLog(memoryKeyValue())
  const [first = [], second = [], third = []] = fc.sample(
    someEvents.filter(it => telling(it) > 0),
    { numRuns: 3, seed: 1 },
  )
  await log.collectFor('one', () => true, 'phone')
  await log.append(first, note)
  await log.collectFor('two', () => false, 'phone')
  await log.append(second, note)
  await log.outbox.resume('one', 'other')
  await log.append(third, note)
  expect(acts(await log.outbox.days('one'))).toBe(telling([...first, ...third]))
  expect(acts(await log.outbox.days('two'))).toBe(telling(second))
})

test('after consent is withdrawn nothing waits and nothing is collected', async () => {
  const kv = memoryKeyValue()
  const log = openLog(kv)
  const events = fc.sample(someEvents, { numRuns: 1, seed: 3 }).flat()
  await log.collectFor('m', () => true, 'phone')
  await log.append(events, note)
  const days = await log.outbox.days('m')
  await log.outbox.drop('m')
  await log.append(events, note)
  // The answers to what had been told before come now.
  await log.outbox.settle('m', days, taken(days), NOW(days))
  await log.outbox.setState('m', { joinedAt: 1 })
  expect(await kv.keys('outbox/')).toEqual([])
})

test('neither the login nor what waits goes into an exported file, and an import leaves both', async () => {
  const kv = memoryKeyValue()
  await migrate(kv)
  const log = openLog(kv)
  await log.collectFor('m', () => true, 'phone')
  await log.append(fc.sample(someEvents, { numRuns: 1, seed: 3 }).flat(), note)
  await kv.update([], () => new Map([['session', { access: 'secret' }]]))
  const file = await writeArchive(kv, 1, 'unused')
  expect(file).not.toMatch(/secret|outbox/)
  const days = await log.outbox.days('m')
  await joinArchive(kv, readArchive(file), 1, 'unused')
  expect(await log.outbox.days('m')).toEqual(days)
  expect((await kv.read(['session'])).get('session')).toEqual({ access: 'secret' })
})

test('acts that came with a file are told of under the old phone’s name, new ones under the new phone’s', async () => {
  const [old, phone] = [memoryKeyValue(), memoryKeyValue()]
  await Promise.all([migrate(old), migrate(phone)])
  const at = Date.UTC(2026, 10, 28, 4)
  const id = (ms: number, n: number) =>
    `${ms.toString(16).padStart(12, '0').slice(0, 8)}-${ms.toString(16).padStart(12, '0').slice(8)}-7000-8000-00000000000${n}`
  const read = (ms: number, n: number): MemberEvent => ({
    id: id(ms, n),
    at: ms,
    day: shanghaiDay(ms),
    kind: 'read',
    item: 'a-0001',
    seconds: 200,
    reached: 1,
  })
  await openLog(old).append([read(at, 1)], note)
  const file = readArchive(await writeArchive(old, at + 1000, 'old phone'))
  await joinArchive(phone, file, at + 2000, 'new phone')
  const log = openLog(phone)
  await log.collectFor('m', () => true, 'never used')
  await log.append([read(at + 5000, 2)], note)
  const days = await log.outbox.days('m')
  expect(days.map(it => [it.device, it.seconds])).toEqual([
    ['new phone', 200],
    ['old phone', 200],
  ])
  // What is told twice, from both phones, is the same word of the same device.
  await log.collectCarried(shanghaiDay(at))
  expect(await log.outbox.days('m')).toEqual(days)
})

test('acts that waited under an older app are asked about anew, and the log still has them', async () => {
  const kv = memoryKeyValue()
  await kv.update([], () => new Map<string, unknown>([['meta', { schema: 3 }]]))
  const [events = []] = fc.sample(
    someEvents.filter(it => it.length > 0),
    { numRuns: 1, seed: 2 },
  )
  await openLog(kv).append(events, note)
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        ['outbox/active', { owner: 'm' }],
        ['outbox/m/state', {}],
        ['outbox/m/events/000000', events],
      ]),
  )
  await migrate(kv)
  expect(await kv.keys('outbox/')).toEqual([])
  const log = openLog(kv)
  await log.collectFor('m', () => true, 'phone')
  expect(acts(await log.outbox.days('m'))).toBe(telling(events))
  // An older file imported later takes nothing away from the days.
  await kv.update([], () => new Map<string, unknown>([['meta', { schema: 3 }]]))
  await migrate(kv)
  expect(acts(await log.outbox.days('m'))).toBe(telling(events))
  for (const it of await log.outbox.days('m')) expect(dayState(it, it.day)).not.toBe('ahead')
})
