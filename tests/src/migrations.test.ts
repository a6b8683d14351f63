import { migrate, NewerStoreError } from '@/services/storage/migrations'
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
