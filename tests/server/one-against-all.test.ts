import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayStart, shanghaiDay } from '../../domain/time/day'
import { settleDirty } from '../../server/src/rollup/worker'
import { act, answer, read } from './acts'
import { type Person, type World, call, person, plantTree, world } from './support'

let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const send = (who: Person, events: unknown[]) => call(w, who, 'POST', '/v1/events', { events })

test('text that the database cannot hold refuses its own event, never the batch', async () => {
  const who = await person(w, 'b1', '甲')
  const now = w.service.now()
  const { status, json } = await send(who, [
    answer(now, ['a\0b']),
    answer(now + 1, ['\ud83d']),
    act(now + 2, { kind: 'set', run: 'r\0', mode: 'daily', set: 'daily:x', total: 5, correct: 4 }),
    act(now + 3, { kind: 'set', run: 'r', mode: 'daily', set: '\udc00', total: 5, correct: 4 }),
    answer(now + 4, ['😀']),
    read(now + 5, 60),
  ])
  assert.equal(status, 200)
  assert.deepEqual(
    json.results.map((it: { status: string }) => it.status),
    ['rejected', 'rejected', 'rejected', 'rejected', 'accepted', 'accepted'],
  )
})

test('a phone that mints time beyond the day’s length cannot stop the sums of others', async () => {
  const cheat = await person(w, 'b1', '乙')
  const honest = await person(w, 'b2', '丙')
  const at = dayStart(shanghaiDay(w.service.now())) + 1
  const full = (kind: 'read' | 'listen' | 'watch', n: number) =>
    Array.from({ length: n }, (_, i) =>
      kind === 'read'
        ? read(at + i, 4 * 3600)
        : act(at + i, { kind, item: 'e-0001', seconds: 4 * 3600, from: 0, position: 1 }),
    )
  await w.connection.pool.query(
    `insert into member_day (tenant_id, branch_id, day, member_id, late, read_seconds, listen_seconds, watch_seconds)
      values ('t', 'b1', $1, $2, false, 2147480000, 2147480000, 2147480000)`,
    [shanghaiDay(at), cheat.id],
  )
  for (const kind of ['read', 'listen', 'watch'] as const) {
    const { status, json } = await send(cheat, full(kind, 200))
    assert.equal(status, 200)
    assert.equal(json.results[0].status, 'accepted')
  }
  assert.equal((await send(honest, [read(w.service.now(), 300)])).status, 200)
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b1/week')).status, 200)
  const { rows } = await w.connection.pool.query(`select seconds from branch_period where branch_id = 'b2'`)
  assert.equal(rows[0].seconds, 300)
  const { days } = (await call(w, cheat, 'GET', '/v1/me/history')).json
  assert.deepEqual([days[0].read_seconds, days[0].listen_seconds, days[0].watch_seconds], [86_400, 86_400, 86_400])
})

test('a secretary who writes down more hours than there are cannot stop them either', async () => {
  const paper = await person(w, 'b1', '丁')
  const day = shanghaiDay(w.service.now())
  await w.connection.pool.query(
    `insert into offline_study (tenant_id, branch_id, record_id, member_id, day, minutes, what, reason, recorded_by, recorded_at)
      select 't', 'b1', gen_random_uuid(), $1, $2, 600, 'x', 'x', $1, now() from generate_series(1, 70000)`,
    [paper.id, day],
  )
  assert.equal((await send(secretary, [read(w.service.now(), 60)])).status, 200)
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  const { rows } = await w.connection.pool.query('select 1 from branch_dirty')
  assert.equal(rows.length, 0)
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b1/week')).status, 200)
})
