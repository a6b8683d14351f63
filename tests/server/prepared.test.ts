import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { preparedStatement } from '../../server/src/database/prepared'
import { type World, world } from './support'

const asked: { sql: string; parameters: readonly unknown[] }[] = []
let w: World
before(async () => {
  w = await world({ onQuery: ({ query }) => asked.push(query) })
})
after(() => w.close())

test('a prepared statement has one text; each value is sent once, in whichever order they are given', async () => {
  const add = preparedStatement(
    ({ a, b }: { a: number; b: number }) =>
      sql<{ sum: number; back: string }>`select ${a}::int + ${b}::int + ${a}::int * ${10}::int as sum,
        ${'$1'}::text as back`,
  )
  const { db } = w.connection
  asked.length = 0
  const of = async (values: { a: number; b: number }) => (await add(db, values)).rows
  assert.deepEqual(await of({ a: 1, b: 2 }), [{ sum: 13, back: '$1' }])
  assert.deepEqual(await of({ b: 5, a: 3 }), [{ sum: 38, back: '$1' }])
  assert.deepEqual(await db.transaction().execute(async tx => (await add(tx, { a: 0, b: 7 })).rows), [
    { sum: 7, back: '$1' },
  ])
  const own = asked.filter(it => it.sql.includes('as sum'))
  assert.equal(new Set(own.map(it => it.sql)).size, 1)
  assert.deepEqual(
    own.map(it => it.parameters),
    [
      [1, 2, 10, '$1'],
      [3, 5, 10, '$1'],
      [0, 7, 10, '$1'],
    ],
  )
})

test('of a value that is not there yet nothing can be made: the text would be the same for all who ask', async () => {
  const { db } = w.connection
  for (const made of [
    ({ a }: { a: string }) => sql`select ${JSON.stringify({ a })}::jsonb`,
    ({ a }: { a: string }) => sql`select ${`${a}!`}::text`,
    ({ a }: { a: string }) => sql`select ${a + '!'}::text`,
  ]) {
    await assert.rejects(async () => preparedStatement(made)(db, { a: 'x' }), /a of a prepared statement/)
  }
})
