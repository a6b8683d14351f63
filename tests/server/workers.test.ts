import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { shanghaiDay, weekStart } from '../../domain/time/day'
import { type Connection, connect } from '../../server/src/database/pool'
import { settleDirty, startWorker } from '../../server/src/rollup/worker'
import { read } from './acts'
import { type Person, type World, call, person, plantTree, world } from './support'

let w: World
let other: Connection
let inB1: Person
let inB2: Person
before(async () => {
  w = await world()
  await plantTree(w)
  other = connect(w.url, 4, () => undefined)
  inB1 = await person(w, 'b1', '甲')
  inB2 = await person(w, 'b2', '乙')
})
after(async () => {
  await other.close()
  await w.close()
})

const study = async (who: Person, seconds: number) =>
  assert.equal((await call(w, who, 'POST', '/v1/events', { events: [read(w.service.now(), seconds)] })).status, 200)
const settle = async () => {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
/** Seconds as the roll-ups have them at each level, and as the members' days add up to. */
async function seconds() {
  const week = weekStart(shanghaiDay(w.service.now()))
  const { rows } = await w.connection.pool.query(
    `select
      (select coalesce(sum(read_seconds), 0)::int from member_day where branch_id in ('b1', 'b2')) as days,
      (select coalesce(sum(seconds), 0)::int from branch_period where period = 'week' and start = $1) as branches,
      (select seconds::int from org_rollup where period = 'week' and start = $1 and org_id = 'u1') as unit,
      (select seconds::int from org_rollup where period = 'week' and start = $1 and org_id = 'd') as district,
      (select seconds::int from org_rollup where period = 'month' and org_id = 'd') as month`,
    [week],
  )
  return rows[0] as Record<'days' | 'branches' | 'unit' | 'district' | 'month', number>
}
async function agree() {
  const { days, ...levels } = await seconds()
  for (const [level, sum] of Object.entries(levels)) assert.equal(sum, days, level)
}

test('a worker that was held up does not write an old sum over what another worker has added up since', async () => {
  await study(inB1, 100)
  await study(inB2, 100)
  await settle()
  await study(inB1, 10)
  await study(inB2, 10)
  const holder = await other.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from branch_period where branch_id = 'b1' for update`)
    // Has read the days of both branches, and waits to write the first.
    const slow = settleDirty(other.db, w.service.now())
    await sleep(300)
    await study(inB2, 1000)
    await w.connection.pool.query(`delete from branch_dirty where branch_id = 'b1'`)
    const quick = settleDirty(w.connection.db, w.service.now())
    await Promise.race([quick, sleep(1000)])
    await holder.query('commit')
    await Promise.all([slow, quick])
  } finally {
    holder.release()
  }
  await settle()
  await agree()
})

test('two workers at once, while members study, neither double nor lose a second', async () => {
  const failures: Error[] = []
  const people = await Promise.all(Array.from({ length: 8 }, (_, i) => person(w, i % 2 === 0 ? 'b1' : 'b2', `人${i}`)))
  const workers = [w.connection.db, other.db].map(db =>
    startWorker(db, w.service.now, error => failures.push(error), 1),
  )
  for (let round = 0; round < 15; round++) await Promise.all(people.map(who => study(who, 7)))
  await Promise.all(workers.map(it => it.stop()))
  assert.deepEqual(failures, [])
  await settle()
  await agree()
  assert.ok((await seconds()).days >= 8 * 15 * 7)
})
