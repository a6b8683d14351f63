import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { note } from '@domain/review/notebook'
import { readArchive, joinArchive, writeArchive, ArchiveError } from '@/storage/archive'
import { DEVICE, deviceIn, deviceOf } from '@/storage/device'
import { MemberLog } from '@/storage/member-log'
import { migrate } from '@/storage/migrations'
import { memberLog } from '../domain/member-log'
import { memoryKeyValue } from './memory-key-value'

const DAY = {
  day: '2026-11-23',
  read_seconds: 60,
  listen_seconds: 0,
  watch_seconds: 0,
  new_articles: 1,
  new_episodes: 0,
  answers: 0,
  correct_answers: 0,
  new_sets: 0,
  reviews: 0,
  items: ['a-0001'],
}

const NOW = Date.UTC(2026, 10, 28, 4)
const FRESH = 'f'.repeat(8)
const NEW = 'n'.repeat(8)

const NOTE = { id: 'n', item: 'a-0001', words: '记', at: 1, quote: { exact: '句', prefix: '', suffix: '' } }

const fail = (key: string) => {
  throw new Error(key)
}

async function studied() {
  const kv = memoryKeyValue()
  await migrate(kv)
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        ['days/2026-11', { [DAY.day]: DAY }],
        ['notes/a-0001', { n: NOTE }],
      ]),
  )
  return kv
}

test('what was exported is what a new phone has after the import', async () => {
  const old = await studied()
  const phone = memoryKeyValue()
  await migrate(phone)
  await joinArchive(phone, readArchive(await writeArchive(old, 1, FRESH)), NOW, NEW)
  const { device: was, ...records } = Object.fromEntries(old.raw)
  const { device, ...carried } = Object.fromEntries(phone.raw)
  expect(carried).toEqual(records)
  // What was done on the old phone stays the old phone’s in day records; the new one has a name of its own.
  expect(JSON.parse(was!)).toEqual({ id: FRESH, carried: [] })
  expect(JSON.parse(device!)).toEqual({ id: NEW, carried: [{ device: FRESH, until: 1, said: true }] })
})

test('the login, what waits in its name and the branch’s tasks stay on the phone', async () => {
  const kv = await studied()
  const own = ['session', 'outbox/m/state', 'binding/asked', 'branch/assignments', 'branch/codes', 'branch/invites']
  await kv.update([], () => new Map(own.map(key => [key, { secret: 1 }])))
  expect(await writeArchive(kv, 1, FRESH)).not.toContain('secret')
  await joinArchive(kv, readArchive(await writeArchive(await studied(), 1, FRESH)), NOW, NEW)
  for (const key of own) expect(kv.raw.has(key)).toBe(true)
})

test('a file of an older app comes in as that app’s records would have been brought forward', async () => {
  const values = { meta: { schema: 1 }, notes: { n: NOTE } }
  const phone = memoryKeyValue()
  await migrate(phone)
  await joinArchive(
    phone,
    readArchive(JSON.stringify({ app: 'e-dangshi', format: 1, schema: 1, exportedAt: 1, values })),
    NOW,
    NEW,
  )
  expect(Object.fromEntries(await phone.read(['notes', 'notes/a-0001']))).toEqual({ 'notes/a-0001': { n: NOTE } })
})

test.each(['session', 'outbox/m/days', 'branch/assignments', 'aside/1/session', 'aside/1/outbox/m/state'])(
  'no file takes out or brings in %s',
  async key => {
    const phone = await studied()
    await phone.update([], () => new Map([[key, 'old phone']]))
    const text = await writeArchive(phone, 1, FRESH)
    expect(text).not.toContain('old phone')
    await joinArchive(phone, readArchive(text.replace('"values":{', `"values":{"${key}":"foreign",`)), NOW, NEW)
    expect(await phone.read([key])).toEqual(new Map([[key, 'old phone']]))
  },
)

test('what is on this phone stays: records come beside it, and of one thing the later word holds', async () => {
  const [old, phone] = [await studied(), await studied()]
  const written = (words: string, at: number) => ({ n: { ...NOTE, words, at }, [words]: { ...NOTE, id: words, words } })
  await old.update(
    [],
    () =>
      new Map<string, unknown>([
        ['notes/a-0001', written('旧', 5)],
        ['places', { 'a-0001': { quote: '旧', at: 1 }, 'a-0002': { quote: '旧', at: 9 } }],
        ['searches', ['遵义', '古田']],
        ['which-first', { '2026-11-23': [] }],
        ['run/places', { s: 'q-1', t: 'q-2' }],
        ['courses', { jiandang: 1 }],
      ]),
  )
  await phone.update(
    [],
    () =>
      new Map<string, unknown>([
        ['notes/a-0001', written('新', 2)],
        ['places', { 'a-0001': { quote: '新', at: 3 }, 'a-0002': { quote: '新', at: 2 } }],
        ['searches', ['井冈山', '遵义']],
        ['run/places', { s: 'q-9' }],
      ]),
  )
  const file = readArchive(await writeArchive(old, NOW, FRESH))
  await joinArchive(phone, file, NOW, NEW)
  const known = Object.fromEntries(await phone.read([...phone.raw.keys()]))
  expect(known).toMatchObject({
    'notes/a-0001': { n: { words: '旧' }, 旧: { id: '旧' }, 新: { id: '新' } },
    places: { 'a-0001': { quote: '新' }, 'a-0002': { quote: '旧' } },
    searches: ['井冈山', '遵义', '古田'],
    'which-first': { '2026-11-23': [] },
    'run/places': { s: 'q-9', t: 'q-2' },
    courses: { jiandang: 1 },
    'days/2026-11': { [DAY.day]: DAY },
  })
  await joinArchive(phone, file, NOW, 'unused')
  expect(Object.fromEntries(await phone.read([...phone.raw.keys()]))).toEqual(known)
})

test('two phones that were used at the same time: every act is in the log once, with whose it is, and counts once', () =>
  fc.assert(
    fc.asyncProperty(memberLog, fc.infiniteStream(fc.boolean()), async (some, where) => {
      // A phone's acts come in the order of time.
      const log = [...some].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      const onOld = log.map(event => ({ event, old: where.next().value as boolean }))
      const [old, phone, both] = [memoryKeyValue(), memoryKeyValue(), memoryKeyValue()]
      for (const kv of [old, phone, both]) await migrate(kv)
      const at = Math.max(NOW, ...log.map(it => it.at))
      const append = (kv: typeof old, events: MemberEvent[]) => new MemberLog(kv, fail).append(events, note)
      const [oldActs, newActs] = [true, false].map(it =>
        onOld.filter(({ old: o }) => o === it).map(({ event }) => event),
      )
      await append(old, oldActs!)
      await append(phone, newActs!)
      await append(both, log)
      const file = readArchive(await writeArchive(old, at, FRESH))
      await joinArchive(phone, file, at, NEW)
      await joinArchive(phone, file, at, 'unused')
      const [joined, whole] = [new MemberLog(phone, fail), new MemberLog(both, fail)]
      expect(await joined.load()).toEqual(await whole.load())
      const device = deviceIn(await phone.read([DEVICE]))!
      const ids = (events: MemberEvent[]) => events.map(it => it.id).sort()
      const kept = await joined.events()
      expect(ids(kept)).toEqual(ids(log))
      expect(ids(kept.filter(it => deviceOf(device, it) === FRESH))).toEqual(ids(oldActs!))
    }),
    { numRuns: 30 },
  ))

test.each([
  ['half a file', (text: string) => text.slice(0, text.length / 2), /没有传完整/],
  ['another app’s file', () => '{"app":"other","values":{}}', /不是 e起学党史/],
  ['a newer app’s file', (text: string) => text.replace(/"schema":\d+/, '"schema":99'), /更新的版本/],
  ['a file of no version', (text: string) => text.replace(/"schema":\d+,"exp/, '"schema":0,"exp'), /没有传完整/],
  ['a damaged part', (text: string) => text.replace('"read_seconds":60', '"read_seconds":"60"'), /days\/2026-11/],
  ['an empty file', () => '', /没有传完整/],
  ['null', () => 'null', /不是 e起学党史/],
])('%s is refused with what to do, and nothing is changed', async (_name, spoil, message) => {
  const text = spoil(await writeArchive(await studied(), 1, FRESH))
  expect(() => readArchive(text)).toThrow(ArchiveError)
  expect(() => readArchive(text)).toThrow(message)
})

test('a unit’s own questions stay on the phone: in no file, and an import leaves them where they are', async () => {
  const bank = { id: 'b', name: '题库', count: 1, at: 1, parts: 1 }
  const own = new Map<string, unknown>([
    ['banks', [bank]],
    ['banks/b/0', [{ id: 'own-b-1', stem: '题', type: 'judge' }]],
  ])
  const kv = await studied()
  await kv.update([], () => own)
  const file = await writeArchive(kv, NOW, FRESH)
  expect(file).not.toContain('own-b-1')
  await joinArchive(kv, readArchive(file), NOW, NEW)
  expect((await kv.read(['banks'])).get('banks')).toEqual([bank])
  expect((await kv.read(['banks/b/0'])).get('banks/b/0')).toEqual(own.get('banks/b/0'))
})

test('papers of both phones stand in one list, the newest first, each once', async () => {
  const paper = (id: string, at: number) => ({ id, at, title: '模拟考试', total: 50, correct: 30, line: 60 })
  const [old, phone] = [await studied(), await studied()]
  await old.update([], () => new Map([['papers', [paper('c', 3), paper('a', 1)]]]))
  await phone.update([], () => new Map([['papers', [paper('b', 2), paper('a', 1)]]]))
  await joinArchive(phone, readArchive(await writeArchive(old, NOW, FRESH)), NOW, NEW)
  const papers = (await phone.read(['papers'])).get('papers') as { id: string }[]
  expect(papers.map(it => it.id)).toEqual(['c', 'b', 'a'])
})
