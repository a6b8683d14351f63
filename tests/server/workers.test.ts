import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { weekStart } from '../../domain/time/day'
import { type Connection, connect } from '../../server/src/database/pool'
import { settleDirty, startWorker } from '../../server/src/features/reports/worker'
import { dayOf, tell, todayOf } from './acts'
import { type Person, type World, person, plantTree, world } from './support'

let w: World
let other: Connection
let inB1: Person[]
let inB2: Person[]
before(async () => {
  w = await world()
  await plantTree(w)
  other = connect(w.url, 4, () => undefined)
  // Five in each: of fewer nothing is told upwards.
  const five = (branch: string) => Promise.all([1, 2, 3, 4, 5].map(n => person(w, branch, `${branch}${n}`)))
  ;[inB1, inB2] = [await five('b1'), await five('b2')]
})
after(async () => {
  await other.close()
  await w.close()
})

const study = (who: Person) => tell(w, who, dayOf(todayOf(w)))
const settle = async () => {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
/** Who studied as the roll-ups have it at each level, and as the members' days say. */
async function counts() {
  const week = weekStart(todayOf(w))
  const { rows } = await w.connection.pool.query(
    `select
      (select count(distinct member_id)::int from member_day where studied) as days,
      (select coalesce(sum(studied), 0)::int from branch_period where period = 'week' and start = $1) as branches,
      (select studied from org_rollup where period = 'week' and start = $1 and org_id = 'u1') as unit,
      (select studied from org_rollup where period = 'week' and start = $1 and org_id = 'd') as district,
      (select studied from org_rollup where period = 'month' and org_id = 'd') as month`,
    [week],
  )
  return rows[0] as Record<'days' | 'branches' | 'unit' | 'district' | 'month', number>
}
async function agree() {
  const { days, ...levels } = await counts()
  for (const [level, sum] of Object.entries(levels)) assert.equal(sum, days, level)
}

test('a worker that was held up does not write an old sum over what another worker has added up since', async () => {
  await study(inB1[0]!)
  await study(inB2[0]!)
  await settle()
  await study(inB1[1]!)
  await study(inB2[1]!)
  const holder = await other.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from branch_period where tenant_id = 't' and branch_id = 'b1' for update`)
    // Has read the days of both branches, and waits to write the first.
    const slow = settleDirty(other.db, w.service.now())
    const ask = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    while ((await w.connection.pool.query(ask)).rows.length === 0) await sleep(10)
    await study(inB2[2]!)
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

test('two workers at once, while members study, count everybody once', async () => {
  const failures: Error[] = []
  const people = await Promise.all(Array.from({ length: 24 }, (_, i) => person(w, i % 2 === 0 ? 'b1' : 'b2', `人${i}`)))
  const workers = [w.connection.db, other.db].map(db =>
    startWorker(db, w.service.now, error => failures.push(error), 1),
  )
  for (let round = 0; round < 3; round++) await Promise.all(people.slice(8 * round, 8 * round + 8).map(study))
  await Promise.all(workers.map(it => it.stop()))
  assert.deepEqual(failures, [])
  await settle()
  await agree()
  assert.equal((await counts()).days, 5 + 24)
})
