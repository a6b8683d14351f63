import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell } from './acts'
import { type Person, TENANT, type World, call, person, plantTree, world } from './support'

/** More branches than a page holds, beside b1 and b2 of plantTree. */
const BRANCHES = 60
/** And some in which nobody is. */
const EMPTY = 3

let w: World
let unit: Person
let supervisor: Person
before(async () => {
  w = await world()
  await plantTree(w)
  await w.connection.pool.query(
    `insert into org (tenant_id, org_id, parent_id, type, name, path)
      select $1, 'n' || i, 'u1', 'branch', '支部' || lpad(i::text, 2, '0'), '/d/u1/n' || i || '/'
      from generate_series(1, $2::int) i
      union all select $1, 'empty' || i, 'u1', 'branch', '空支部' || i, '/d/u1/empty' || i || '/'
      from generate_series(1, $3::int) i`,
    [TENANT, BRANCHES, EMPTY],
  )
  unit = await person(w, 'b1', '单位', { roles: [['unit_admin', 'u1']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  await tell(w, unit, dayOf(addDays(shanghaiDay(w.service.now()), -7)))
  for (let i = 0; i < 6; i++) await person(w, 'n1', `党员${i}`)
  for (let i = 2; i <= BRANCHES; i++) await person(w, `n${i}`, '党员')
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  await openWeek(w.connection.db, w.service.now())
})
after(() => w.close())

const names = (rows: { name: string }[]) => rows.map(row => row.name)

test('children are sent in pages of at most fifty, every one once', async () => {
  const first = (await call(w, supervisor, 'GET', '/v1/orgs/u1')).json
  const second = (await call(w, supervisor, 'GET', '/v1/orgs/u1?from=50')).json
  assert.equal(first.total, BRANCHES + EMPTY + 2)
  assert.equal(first.children.length, 50)
  assert.equal(new Set(names([...first.children, ...second.children])).size, BRANCHES + EMPTY + 2)
  assert.deepEqual((await call(w, supervisor, 'GET', '/v1/orgs/u1?from=5000')).json.children, [])
  assert.equal((await call(w, supervisor, 'GET', '/v1/orgs/u1?from=-1')).status, 400)
})

test('children stand as people count, 2 before 10', async () => {
  const { children } = (await call(w, supervisor, 'GET', '/v1/orgs/u1')).json
  const numbered = children.map((it: { org: string }) => it.org).filter((org: string) => /^n\d/.test(org))
  assert.deepEqual(
    numbered,
    Array.from({ length: numbered.length }, (_, i) => `n${i + 1}`),
  )
})

test('an organisation says its own totals, which are those of all its children', async () => {
  const { json } = await call(w, supervisor, 'GET', '/v1/orgs/u1')
  const { children } = (await call(w, supervisor, 'GET', '/v1/orgs/d')).json
  assert.deepEqual(
    json.totals,
    children.find((it: { org: string }) => it.org === 'u1'),
  )
  assert.deepEqual([json.totals.members, json.totals.small], [6, BRANCHES + EMPTY + 1])
})

test('the path above an organisation begins where the asker may look', async () => {
  const above = async (who: Person, org: string) => (await call(w, who, 'GET', `/v1/orgs/${org}`)).json.above
  assert.deepEqual(await above(supervisor, 'n1'), [
    { org: 'd', name: '组织d' },
    { org: 'u1', name: '组织u1' },
  ])
  assert.deepEqual(await above(unit, 'n1'), [{ org: 'u1', name: '组织u1' }])
  assert.deepEqual(await above(unit, 'u1'), [])
  assert.equal((await call(w, unit, 'GET', '/v1/orgs/d')).status, 404)
})
