import { readArchive, restoreArchive, writeArchive, ArchiveError } from '@/storage/archive'
import { migrate } from '@/storage/migrations'
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

const FRESH = 'f'.repeat(8)
const NEW = 'n'.repeat(8)

const NOTE = { id: 'n', item: 'a-0001', words: '记', at: 1, quote: { exact: '句', prefix: '', suffix: '' } }

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
  await restoreArchive(phone, readArchive(await writeArchive(old, 1, FRESH)), NEW)
  const { device: was, ...records } = Object.fromEntries(old.raw)
  const { device, ...carried } = Object.fromEntries(phone.raw)
  expect(carried).toEqual(records)
  // What was done on the old phone stays the old phone’s in day records; the new one has a name of its own.
  expect(JSON.parse(was!)).toEqual({ id: FRESH, carried: [] })
  expect(JSON.parse(device!)).toEqual({ id: NEW, carried: [{ device: FRESH, until: 1 }] })
})

test('the login, what waits in its name and the branch’s tasks stay on the phone', async () => {
  const kv = await studied()
  const own = ['session', 'outbox/m/state', 'binding/asked', 'branch/assignments']
  await kv.update([], () => new Map(own.map(key => [key, { secret: 1 }])))
  expect(await writeArchive(kv, 1, FRESH)).not.toContain('secret')
  await restoreArchive(kv, readArchive(await writeArchive(await studied(), 1, FRESH)), NEW)
  for (const key of own) expect(kv.raw.has(key)).toBe(true)
})

test('a file of an older app comes in as that app’s records would have been brought forward', async () => {
  const values = { meta: { schema: 1 }, notes: { n: NOTE } }
  const phone = memoryKeyValue()
  await migrate(phone)
  await restoreArchive(
    phone,
    readArchive(JSON.stringify({ app: 'e-dangshi', format: 1, schema: 1, exportedAt: 1, values })),
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
    await restoreArchive(phone, readArchive(text.replace('"values":{', `"values":{"${key}":"foreign",`)), NEW)
    expect(await phone.read([key])).toEqual(new Map([[key, 'old phone']]))
  },
)

test('an import takes the place of what was there', async () => {
  const phone = await studied()
  await phone.update([], () => new Map([['places', { 'a-0009': { quote: 'x', at: 1 } }]]))
  await restoreArchive(phone, readArchive(await writeArchive(await studied(), 1, FRESH)), NEW)
  expect(phone.raw.has('places')).toBe(false)
})

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
