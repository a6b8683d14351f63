import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { foldAll } from '@domain/progress/fold'
import { emptyProgress } from '@domain/progress/state'
import { settle } from '@domain/sync/outbox'
import { writeArchive, readArchive, restoreArchive } from '@/storage/archive'
import { joinKnown } from '@/storage/join'
import type { KeyValue } from '@/storage/key-value'
import { MemberLog } from '@/storage/member-log'
import { migrate } from '@/storage/migrations'
import { memberLog as someEvents } from '../domain/member-log'
import { memoryKeyValue } from './memory-key-value'

const openLog = (kv: KeyValue) => new MemberLog(kv, () => undefined)
const ids = (events: MemberEvent[]) => events.map(it => it.id).sort()
const accepted = (events: MemberEvent[]) =>
  settle(events, { results: events.map(({ id }) => ({ id, status: 'accepted' as const })) })

test('nothing is collected until a member is bound', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, async events => {
      const kv = memoryKeyValue()
      await openLog(kv).append(events)
      expect(await kv.keys('outbox/')).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('a kill between any two acts leaves log and outbox in step', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, fc.nat(), async (events, n) => {
      const whole = memoryKeyValue()
      const log = openLog(whole)
      await log.collectFor('m', () => true)
      // After so many writes no other comes: a second write for the same act would be missing.
      let left = n % (events.length + 1)
      const killed: KeyValue = {
        ...whole,
        update: (keys, change) => (left-- > 0 ? whole.update(keys, change) : Promise.reject(new Error('killed'))),
      }
      for (const event of events)
        await openLog(killed)
          .append([event])
          .catch(() => undefined)
      expect(ids(await log.outbox.waiting('m'))).toEqual(ids(await log.events()))
    }),
    { numRuns: 30 },
  )
})

test('a full phone keeps neither the act nor its upload', async () => {
  const kv = memoryKeyValue(4_000)
  const log = openLog(kv)
  await log.collectFor('m', () => true)
  const events = fc.sample(someEvents, { numRuns: 30, seed: 4 }).flat()
  for (const event of events) await log.append([event]).catch(() => undefined)
  const kept = await log.events()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(events.length)
  expect(ids(await log.outbox.waiting('m'))).toEqual(ids(kept))
})

test('only what was answered leaves, whatever came in meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, fc.nat(60), async (events, n) => {
      const log = openLog(memoryKeyValue())
      await log.collectFor('m', () => true)
      const [sent, later] = [events.slice(0, n), events.slice(n)]
      await log.append(sent)
      const batch = await log.outbox.waiting('m')
      await log.append(later)
      await log.outbox.settle('m', accepted(batch), { sentAt: 1 })
      expect(ids(await log.outbox.waiting('m'))).toEqual(ids(later))
    }),
    { numRuns: 40 },
  )
})

test('the past goes up when it is chosen, and only what is wanted of it', async () => {
  const log = openLog(memoryKeyValue())
  const events = fc.sample(someEvents, { numRuns: 5, seed: 7 }).flat()
  const unique = events.filter((it, i) => events.findIndex(other => other.id === it.id) === i)
  await log.append(unique)
  const day = unique[0]!.day
  await log.collectFor('m', event => event.day >= day)
  expect(ids(await log.outbox.waiting('m'))).toEqual(ids(unique.filter(it => it.day >= day)))
})

test('a phone that changes hands sends nothing in a wrong name and loses nothing', async () => {
  const log = openLog(memoryKeyValue())
  const [first = [], second = [], third = []] = fc.sample(
    someEvents.filter(it => it.length > 0),
    { numRuns: 3, seed: 1 },
  )
  await log.collectFor('one', () => true)
  await log.append(first)
  await log.collectFor('two', () => false)
  await log.append(second)
  await log.outbox.resume('one')
  await log.append(third)
  expect(ids(await log.outbox.waiting('one'))).toEqual(ids([...first, ...third]))
  expect(ids(await log.outbox.waiting('two'))).toEqual(ids(second))
})

test('after consent is withdrawn nothing waits and nothing is collected', async () => {
  const log = openLog(memoryKeyValue())
  const events = fc.sample(someEvents, { numRuns: 1, seed: 3 }).flat()
  await log.collectFor('m', () => true)
  await log.append(events)
  await log.outbox.drop('m')
  await log.append(events)
  expect(await log.outbox.waiting('m')).toEqual([])
  expect(await log.outbox.active()).toBeUndefined()
})

test('what was under way when consent was withdrawn leaves nothing behind', async () => {
  const kv = memoryKeyValue()
  const log = openLog(kv)
  await log.collectFor('m', () => true)
  const [events] = fc.sample(someEvents, { numRuns: 1, seed: 7 })
  await log.append(events!)
  const waiting = await log.outbox.waiting('m')
  await log.outbox.drop('m')
  // The answers to what had been asked before come now.
  await log.outbox.settle('m', accepted(waiting), { sentAt: 1 })
  await log.outbox.setState('m', { joinedAt: 1 })
  expect(await kv.keys('outbox/')).toEqual([])
})

test('what the service knows is joined into the stored summaries, and once only', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, someEvents, async (there, here) => {
      const log = openLog(memoryKeyValue())
      await log.collectFor('m', () => true)
      await log.append(here)
      const known = foldAll(emptyProgress(), there)
      const { sets, tally, bests, favourites } = known
      const history = {
        items: Object.values(known.items),
        days: Object.values(known.days),
        late: [],
        sets,
        tally,
        bests,
        favourites,
      }
      const expected = foldAll(known, here)
      for (let i = 0; i < 2; i++) {
        const { progress } = await joinKnown(log, 'm', history)
        expect(progress.items).toEqual(expected.items)
        expect(progress.days).toEqual(expected.days)
        expect(progress.tally).toEqual(expected.tally)
      }
    }),
    { numRuns: 60 },
  )
})

test('neither the login nor what waits goes into an exported file, and an import leaves both', async () => {
  const kv = memoryKeyValue()
  await migrate(kv)
  const log = openLog(kv)
  await log.collectFor('m', () => true)
  await log.append(fc.sample(someEvents, { numRuns: 1, seed: 3 }).flat())
  await kv.update([], () => new Map([['session', { access: 'secret' }]]))
  const file = await writeArchive(kv, 1)
  expect(file).not.toMatch(/secret|outbox/)
  const waiting = await log.outbox.waiting('m')
  await restoreArchive(kv, readArchive(file))
  expect(await log.outbox.waiting('m')).toEqual(waiting)
  expect((await kv.read(['session'])).get('session')).toEqual({ access: 'secret' })
})
