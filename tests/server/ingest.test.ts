import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { act, answer, finish, read } from './acts'
import { type Person, TENANT, type World, call, person, plantTree, world } from './support'

let w: World
let now: number
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  now = w.service.now()
  today = shanghaiDay(now)
})
after(() => w.close())

const send = async (who: Person, events: unknown[]) => {
  const { status, json } = await call(w, who, 'POST', '/v1/events', { events })
  assert.equal(status, 200)
  return json.results as { id?: string; status: string; late?: true; reason?: string }[]
}
const history = async (who: Person) => (await call(w, who, 'GET', '/v1/me/history')).json

test('what is sent is counted once, however often it is sent', async () => {
  const who = await person(w, 'b1', '甲')
  const batch = [read(now, 120), finish(now + 1), answer(now + 2, ['a'])]
  assert.deepEqual(
    (await send(who, batch)).map(it => it.status),
    ['accepted', 'accepted', 'accepted'],
  )
  assert.deepEqual(
    (await send(who, [...batch, batch[0]])).map(it => it.status),
    ['duplicate', 'duplicate', 'duplicate', 'duplicate'],
  )
  const { days, items } = await history(who)
  assert.equal(days.length, 1)
  assert.equal(days[0].read_seconds, 120)
  assert.equal(days[0].new_articles, 1)
  assert.deepEqual(days[0].items, ['a-0001'])
  assert.equal(days[0].points, 3)
  assert.equal(items[0].finishedDay, today)
})

test('the same batch from two phones at once is counted once', async () => {
  const who = await person(w, 'b1', '乙')
  const batch = Array.from({ length: 20 }, (_, i) => read(now + i, 10))
  const answers = (await Promise.all([1, 2, 3, 4].map(() => send(who, batch)))).flat()
  assert.equal(answers.filter(it => it.status === 'accepted').length, 20)
  assert.equal((await history(who)).days[0].read_seconds, 200)
})

test('an answer is graded by the service, not by the phone', async () => {
  const who = await person(w, 'b1', '丙')
  await send(who, [answer(now, ['b'], true), answer(now + 1, ['a'], false), answer(now + 2, ['a'], true, 'q-99999')])
  const { days, tally } = await history(who)
  assert.equal(days[0].answers, 3)
  assert.equal(days[0].correct_answers, 1)
  assert.deepEqual(tally.reform, { answered: 3, correct: 1 })
})

test('a finish that no reading supports is refused, the rest of the batch is not', async () => {
  const who = await person(w, 'b1', '丁')
  const results = await send(who, [finish(now), read(now + 1, 5, 'a-0002', 0.2), finish(now + 2, 'a-0002')])
  assert.deepEqual(
    results.map(it => [it.status, it.reason]),
    [
      ['rejected', 'unfinished'],
      ['accepted', undefined],
      ['rejected', 'unfinished'],
    ],
  )
  assert.equal((await history(who)).days[0].new_articles, 0)
})

test('what is too old or ahead of time stands in totals and earns nothing', async () => {
  const who = await person(w, 'b1', '戊')
  const old = dayStart(addDays(today, -20)) + 12 * 3_600_000
  const results = await send(who, [read(old, 600), finish(old + 1), read(now + 10 * 60_000, 60, 'a-0002')])
  assert.deepEqual(
    results.map(it => [it.status, it.late]),
    [
      ['accepted', true],
      ['accepted', true],
      ['accepted', true],
    ],
  )
  const { days, late } = await history(who)
  assert.deepEqual(days, [])
  assert.equal(late[0].read_seconds, 600)
  assert.equal(late[0].new_articles, 1)
  const table = await call(w, await secretary(), 'GET', `/v1/branches/b1/week?week=${addDays(today, -20)}`)
  const row = table.json.rows.find((it: { name: string }) => it.name === '戊')
  assert.equal(row.minutes, 10)
  assert.equal(row.studyDays, 0)
})

test('a bad event is refused alone', async () => {
  const who = await person(w, 'b1', '己')
  const wrongDay = { ...read(now, 60), day: addDays(today, -3) }
  const results = await send(who, [{ id: 'x' }, { ...read(now, 60), seconds: -1 }, wrongDay, read(now, 60)])
  assert.deepEqual(
    results.map(it => [it.status, it.reason]),
    [
      ['rejected', 'invalid'],
      ['rejected', 'invalid'],
      ['rejected', 'day'],
      ['accepted', undefined],
    ],
  )
})

test('an act counts for the branch of its moment, also when the phone comes late', async () => {
  const who = await person(w, 'b1', '庚')
  const moved = dayStart(addDays(today, -2))
  await w.connection.pool.query('insert into member_move values ($1, $2, $3, $4)', [
    TENANT,
    who.id,
    new Date(moved),
    'b2',
  ])
  await w.connection.pool.query('update member set branch_id = $1 where member_id = $2', ['b2', who.id])
  await send(who, [read(moved - 3_600_000, 300), read(moved + 3_600_000, 240)])
  const { rows } = await w.connection.pool.query(
    'select branch_id, read_seconds from member_day where member_id = $1 order by branch_id',
    [who.id],
  )
  assert.deepEqual(rows, [
    { branch_id: 'b1', read_seconds: 300 },
    { branch_id: 'b2', read_seconds: 240 },
  ])
})

test('an earlier finish that arrives later takes the count over to its own day', async () => {
  const who = await person(w, 'b1', '辛')
  await send(who, [read(now, 120), finish(now)])
  const yesterday = now - 24 * 3_600_000
  await send(who, [read(yesterday, 120), finish(yesterday)])
  const { days } = await history(who)
  assert.deepEqual(
    days.map((it: { new_articles: number }) => it.new_articles),
    [1, 0],
  )
})

test('nothing is taken before consent, nor after it is withdrawn', async () => {
  const who = await person(w, 'b1', '壬', { consent: false })
  const refused = await call(w, who, 'POST', '/v1/events', { events: [read(now, 60)] })
  assert.equal(refused.status, 403)
  assert.equal(refused.json.error, 'consent')
  assert.equal((await call(w, who, 'POST', '/v1/me/consent', { version: '2026-11' })).status, 204)
  assert.equal((await send(who, [read(now, 60)]))[0]!.status, 'accepted')
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
  assert.equal((await call(w, who, 'POST', '/v1/events', { events: [read(now, 60)] })).status, 401)
})

test('favourites and sets come back to a new phone', async () => {
  const who = await person(w, 'b1', '癸')
  const set = { kind: 'set', run: 'r', mode: 'daily', set: 'daily:x', total: 5, correct: 4 } as const
  await send(who, [act(now, set), act(now + 1, { kind: 'favourite', item: 'a-0001', on: true })])
  const { sets, favourites, days } = await history(who)
  assert.equal(sets['daily:x'].day, today)
  assert.equal(favourites['a-0001'].on, true)
  assert.equal(days[0].new_sets, 1)
})

let known: Person | undefined
const secretary = async () => (known ??= await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] }))
