import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AuditPage } from '../../domain/contract/audit-page'
import { shanghaiDay } from '../../domain/time/day'
import { audit, newId } from '../../server/src/features/audit/audit'
import { type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let unit: Person
let supervisor: Person
let member: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记甲', { roles: [['secretary', 'b1']] })
  unit = await person(w, 'b2', '单位乙', { roles: [['unit_admin', 'u1']] })
  supervisor = await person(w, 'b3', '督导丙', { roles: [['supervisor', 'd']] })
  member = await person(w, 'b1', '党员丁')
})
after(() => w.close())

const page = async (who: Person, url: string) => {
  const { status, json } = await call(w, who, 'GET', url)
  assert.equal(status, 200)
  return json as AuditPage
}
/** Draws everybody of the branch. */
const draw = (who: Person, org: string, reason: string) =>
  call(w, who, 'POST', `/v1/orgs/${org}/sample`, { size: 50, reason })

test('a sample is seen by the branch’s secretary and by whom it has shown, with who and why, the looker masked', async () => {
  assert.equal((await draw(supervisor, 'b1', '联系点走访')).status, 200)
  for (const [who, url] of [
    [secretary, '/v1/branches/b1/audit'],
    [member, '/v1/me/audit'],
  ] as const) {
    const row = (await page(who, url)).rows.find(it => it.action === 'look')!
    assert.deepEqual([row.actor, row.actorBranch, row.org], ['督*', '组织b3', '组织b1'])
    assert.match(row.reason!, /^联系点走访/)
  }
  const outsider = await person(w, 'b2', '外支部')
  assert.deepEqual((await page(outsider, '/v1/me/audit')).rows, [])
})

test('a look that is refused leaves no line in the log of the branch it was aimed at', async () => {
  assert.equal((await draw(unit, 'b3', '越界的话')).status, 404)
  assert.equal((await draw(unit, 'b1', '越界的话')).status, 404)
  const { rows } = await w.connection.pool.query(`select 1 from audit_log where reason like '越界的话%'`)
  assert.equal(rows.length, 0)
})

test('who was drawn in a random sample sees it, and who was not does not', async () => {
  const { json } = await call(w, supervisor, 'POST', '/v1/orgs/b1/sample', { size: 1, reason: '季度抽查' })
  assert.equal(json.members.length, 1)
  const seen = await Promise.all(
    [secretary, member].map(async who =>
      (await page(who, '/v1/me/audit')).rows.some(row => row.action === 'look' && row.reason!.startsWith('季度抽查')),
    ),
  )
  assert.deepEqual(seen.filter(Boolean), [true])
  const branch = (await page(secretary, '/v1/branches/b1/audit')).rows.filter(row => row.reason?.startsWith('季度抽查'))
  const [look] = branch.filter(row => row.action === 'look')
  assert.match(look!.subject!, /^(书记甲|党员丁)$/)
})

test('exports of the branch’s names are seen by its members; a member’s own export by nobody else', async () => {
  await call(w, secretary, 'GET', '/v1/branches/b1/export.csv')
  await call(w, secretary, 'GET', '/v1/me/export')
  const { rows } = await page(member, '/v1/me/audit')
  const exports = rows.filter(row => row.action === 'export')
  assert.equal(exports.length, 1)
  assert.equal(exports[0]!.actor, '书记甲')
})

test('a member who moved sees what concerned each branch while they were in it', async () => {
  const mover = await person(w, 'b2', '搬家的')
  const chief = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  const exported = (who: Person, branch: string) => call(w, who, 'GET', `/v1/branches/${branch}/export.csv`)
  await exported(chief, 'b2')
  w.pass(60_000)
  const since = new Date(w.service.now())
  await w.connection.pool.query('insert into member_move values ($1, $2, $3, $4)', [TENANT, mover.id, since, 'b1'])
  await w.connection.pool.query('update member set branch_id = $1 where member_id = $2', ['b1', mover.id])
  w.pass(60_000)
  await exported(chief, 'b2')
  await exported(secretary, 'b1')
  const seen = (await page(mover, '/v1/me/audit')).rows.map(row => row.org)
  assert.deepEqual(seen, ['组织b1', '组织b2'])
})

test('a supervisor sees what was done anywhere under the organisation, names masked, and nothing beside it', async () => {
  const district = (await page(supervisor, '/v1/orgs/d/audit')).rows
  assert.ok(district.some(row => row.action === 'look' && row.org === '组织b1'))
  // A surname tells nobody apart: the line of the roster does, to whoever may ask the secretary.
  assert.ok(district.every(row => !row.subject || /^.\*（名册第 \d+ 行）$/.test(row.subject)))
  assert.ok((await page(supervisor, '/v1/orgs/u2/audit')).rows.every(row => row.org !== '组织b1'))
  assert.equal((await call(w, unit, 'GET', '/v1/orgs/u1/audit')).status, 404)
})

test('the operator’s export of the whole district is seen by its supervisor and by everybody in it, not by one unit', async () => {
  const line = { tenant: TENANT, actorName: '经办人', reason: '全区名册' }
  await audit(w.connection.db, { ...line, action: 'roster.import' }, w.service.now())
  await audit(w.connection.db, { ...line, action: 'roster.export' }, w.service.now())
  const told = async (who: Person, url: string) =>
    (await page(who, url)).rows.filter(it => it.reason === '全区名册').map(it => [it.action, it.actor])
  const [taken, put] = ['roster.export', 'roster.import'].map(action => [action, '区里（经办人）'])
  assert.deepEqual(await told(supervisor, '/v1/orgs/d/audit'), [taken, put])
  // Whose names were taken is told; that some rows were written is the district's.
  assert.deepEqual(await told(member, '/v1/me/audit'), [taken])
  assert.deepEqual(await told(supervisor, '/v1/orgs/u2/audit'), [])
  w.pass(60_000)
  const later = await person(w, 'b1', '后来的')
  const since = new Date(w.service.now())
  await w.connection.pool.query('update member_move set since = $1 where member_id = $2', [since, later.id])
  assert.deepEqual(await told(later, '/v1/me/audit'), [])
})

test('the log is sifted by what it is about, page after page', async () => {
  const all = (await page(secretary, '/v1/branches/b1/audit')).rows
  const out = (await page(secretary, '/v1/branches/b1/audit?group=out')).rows
  assert.deepEqual(
    out.map(it => it.id),
    all.filter(it => ['export', 'roster.export', 'sample', 'look'].includes(it.action)).map(it => it.id),
  )
  assert.ok(out.length > 0)
  assert.deepEqual((await page(secretary, '/v1/branches/b1/audit?group=study')).rows, [])
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b1/audit?group=everything')).status, 400)
})

test('what is done within one millisecond stands in the order in which it was done', () => {
  const ids = Array.from({ length: 50 }, () => newId(w.service.now()))
  assert.deepEqual(ids, [...new Set(ids)].sort())
})

test('pages follow each other without a gap or a repeat', async () => {
  const entry = (i: number) => ({ tenant: TENANT, action: 'meeting' as const, org: 'b3', reason: `第${i}次` })
  for (let i = 0; i < 120; i += 40) {
    await audit(
      w.connection.db,
      Array.from({ length: 40 }, (_, n) => entry(i + n)),
      w.service.now(),
    )
    w.pass(1)
  }
  const seen: string[] = []
  let next: string | undefined
  do {
    const it: AuditPage = await page(supervisor, `/v1/orgs/u2/audit${next ? `?before=${next}` : ''}`)
    assert.ok(it.rows.length <= 50)
    seen.push(...it.rows.map(row => row.reason!))
    next = it.next
  } while (next)
  assert.deepEqual(
    seen.filter(reason => reason.startsWith('第')),
    Array.from({ length: 120 }, (_, i) => `第${119 - i}次`),
  )
})

test('a name that somebody wrote into a reason is masked beyond its branch, and gone when its bearer is', async () => {
  const named = await person(w, 'b1', '欧阳示例')
  assert.equal((await draw(supervisor, 'b1', '听说欧阳示例病了')).status, 200)
  const reasonsOf = async (who: Person, url: string) =>
    (await page(who, url)).rows.map(it => it.reason ?? '').filter(it => it.startsWith('听说'))
  assert.match((await reasonsOf(secretary, '/v1/branches/b1/audit'))[0]!, /^听说欧阳示例病了/)
  const above = await reasonsOf(supervisor, '/v1/orgs/d/audit')
  assert.ok(above.length > 1 && above.every(it => it.startsWith('听说欧*病了')))
  assert.equal((await draw(supervisor, 'b1', '听说欧 阳\u3000示例病了')).status, 200)
  assert.ok((await reasonsOf(supervisor, '/v1/orgs/d/audit')).every(it => it.startsWith('听说欧*病了')))
  assert.equal((await call(w, named, 'DELETE', '/v1/me')).status, 204)
  assert.ok((await reasonsOf(secretary, '/v1/branches/b1/audit')).every(it => it.startsWith('听说某人病了')))
  w.pass(1)
})

test('a name with a dot, a stop or a line in it is masked like another, and takes nobody’s log away', async () => {
  for (const name of ['阿依古丽·买买提', 'J. Smith', 'Anne-Marie', 'a(b']) {
    await person(w, 'b1', name)
    assert.equal((await draw(supervisor, 'b1', `听${name}讲课`)).status, 200)
    const { reason } = (await page(supervisor, '/v1/orgs/d/audit')).rows[0]!
    assert.match(reason!, /^听.\*讲课/u, name)
    w.pass(1)
  }
})

test('an erased member leaves the line and not the name', async () => {
  const leaving = await person(w, 'b1', '要注销的')
  const record = { ...newKey(), members: [leaving.id], minutes: 30, what: '读报', reason: '没有手机' }
  const day = new Date(w.service.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await call(w, secretary, 'POST', '/v1/branches/b1/offline', { ...record, day })
  w.pass(1)
  assert.equal((await call(w, leaving, 'DELETE', '/v1/me')).status, 204)
  const [erased, offline] = (await page(secretary, '/v1/branches/b1/audit')).rows
  assert.deepEqual([erased!.action, offline!.action, offline!.subject], ['erase', 'offline', undefined])
})

test('what cannot be written into the log is not done either', async () => {
  const paper = await person(w, 'b1', '纸笔示例')
  const day = shanghaiDay(w.service.now())
  const record = { ...newKey(), members: [paper.id], day, minutes: 30, what: '读报', reason: '没有手机' }
  const { pool } = w.connection
  await pool.query('alter table audit_log rename to audit_log_away')
  const answers = [
    await call(w, secretary, 'POST', '/v1/branches/b1/offline', record),
    await call(w, paper, 'DELETE', '/v1/me/consent'),
    await call(w, paper, 'DELETE', '/v1/me'),
  ]
  await pool.query('alter table audit_log_away rename to audit_log')
  assert.deepEqual(
    answers.map(it => it.status),
    [500, 500, 500],
  )
  assert.equal((await pool.query('select 1 from offline_study where member_id = $1', [paper.id])).rows.length, 0)
  assert.equal((await call(w, paper, 'GET', '/v1/me')).json.name, '纸笔示例')
})
