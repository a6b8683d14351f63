import { migrate, NewerStoreError } from '@/storage/migrations'
import { memoryKeyValue } from './memory-key-value'

test('a new store is stamped with the current schema and runs no migration', async () => {
  const kv = memoryKeyValue()
  await migrate(kv, { 1: () => Promise.reject(new Error('must not run')) }, 2)
  expect((await kv.read(['meta'])).get('meta')).toEqual({ schema: 2 })
})

test('migrations run one by one, and a kill in between goes on where it stopped', async () => {
  const kv = memoryKeyValue()
  await migrate(kv, {}, 1)
  const ran: number[] = []
  let alive = false
  const steps = {
    1: async () => void ran.push(1),
    2: async () => {
      if (!alive) throw new Error('killed')
      ran.push(2)
    },
  }
  await expect(migrate(kv, steps, 3)).rejects.toThrow('killed')
  alive = true
  await migrate(kv, steps, 3)
  expect(ran).toEqual([1, 2])
})

test('a store written by a newer app is left alone and told', async () => {
  const kv = memoryKeyValue()
  await migrate(kv, {}, 5)
  await expect(migrate(kv, {}, 1)).rejects.toThrow(NewerStoreError)
  expect((await kv.read(['meta'])).get('meta')).toEqual({ schema: 5 })
})

test('notes that stood in one record stand by their article, none lost', async () => {
  const kv = memoryKeyValue()
  const notes = { n1: { item: 'a-0001' }, n2: { item: 'a-0002' }, n3: { item: 'a-0001' } }
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        ['meta', { schema: 1 }],
        ['notes', notes],
      ]),
  )
  await migrate(kv)
  const values = Object.fromEntries(await kv.read(await kv.keys('notes')))
  expect(values).toEqual({
    'notes/a-0001': { n1: notes.n1, n3: notes.n3 },
    'notes/a-0002': { n2: notes.n2 },
  })
})
