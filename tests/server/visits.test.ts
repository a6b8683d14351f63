import crypto from 'node:crypto'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, shanghaiDay } from '../../domain/time/day'
import type { Visit } from '../../domain/contract/visits'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { KEYS, type Person, TENANT, type World, call, newKey, person, plantOffices, world } from './support'

let w: World
let secretary: Person
let unit: Person
let supervisor: Person
let other: Person
let today: string
before(async () => {
  w = await world()
  ;({ secretary, unit, supervisor } = await plantOffices(w))
  // A district of three branches that nobody else draws from.
  for (const branch of ['by', 'bz']) {
    await w.connection.pool.query(
      `insert into org (tenant_id, org_id, parent_id, type, name, path) values ('t', $1, 'x', 'branch', $1, $2)`,
      [branch, `/x/${branch}/`],
    )
  }
  other = await person(w, 'bx', '别区督导', { roles: [['supervisor', 'x']] })
  today = shanghaiDay(w.service.now())
})
after(() => w.close())

const ask = (method: string, url: string, body?: object, org = 'd', who = supervisor) =>
  call(w, who, method, `/v1/orgs/${org}${url}`, body)
const draw = (body: object, org?: string, who?: Person) =>
  ask('POST', '/visits', { ...newKey(), reason: '季度抽查', ...body }, org, who)
const list = async (org?: string, who?: Person): Promise<Visit[]> =>
  (await ask('GET', '/visits', undefined, org, who)).json.rows
const put = (id: string, body: object) => ask('PUT', `/visits/${id}`, body)

test('branches are drawn by chance with a reason, by a seed that nobody chooses, and none twice while it is open', async () => {
  assert.equal((await draw({ size: 1, seed: '2026q4' })).status, 400)
  const first = await draw({ size: 1 })
  const { seed } = first.json
  assert.deepEqual([first.status, first.json.drawn.length], [201, 1])
  // Whoever knows the seed can find the same branch again.
  const key = (org: string) => crypto.createHash('sha256').update(`${seed} ${org}`).digest('hex')
  assert.equal(first.json.drawn[0].org, ['b1', 'b2', 'b3'].sort((a, b) => (key(a) < key(b) ? -1 : 1))[0])
  // Entries of one millisecond stand in any order.
  w.pass(1_000)
  const inUnit = await draw({ size: 50 }, 'u1', unit)
  assert.equal(inUnit.json.drawn.length, 2)
  const rest = await draw({ size: 50 })
  assert.equal(rest.json.drawn.length, 2)
  const none = await draw({ size: 1 })
  assert.deepEqual([none.status, none.json.error], [409, 'drawn'])
  assert.deepEqual((await list()).map(it => it.org).sort(), ['b1', 'b2', 'b3'])
  assert.equal((await draw({ size: 1, reason: ' ' })).status, 400)
  const { rows } = await w.connection.pool.query(
    `select org_id, reason from audit_log where action = 'visit.draw' order by audit_id`,
  )
  assert.deepEqual(rows[0], { org_id: 'd', reason: `季度抽查（随机数 ${seed}，1 个支部）` })
  assert.equal(rows[1].org_id, first.json.drawn[0].org)
})

test('a visit goes from drawn over findings to closed, and only with what has to be written', async () => {
  const visit = (await list()).find(it => it.org === 'b1')!
  const seen = { day: today, findings: '会议记录缺两次', due: addDays(today, 14) }
  for (const [body, said] of [
    [{ findings: '缺两次' }, '先写哪一天去的'],
    [{ day: addDays(today, 1), findings: '缺' }, '去的日子还没有到'],
    [{ day: today }, '请写看到了什么；没有要改的，也写一句'],
    [{ ...seen, due: addDays(today, -1) }, '改好的期限在去的日子以前，请改一个'],
    [{ ...seen, closed: today }, '请写改成了什么样，再办结'],
  ] as const) {
    const { status, json } = await put(visit.id, { revision: 1, ...body })
    assert.deepEqual([status, json.message], [400, said])
  }
  // Before the visit the branch reads nothing of it.
  const own = async () => (await call(w, secretary, 'GET', '/v1/branches/b1/visits')).json.visits
  assert.deepEqual(await own(), [])
  assert.equal((await put(visit.id, { revision: 1, ...seen })).status, 200)
  assert.equal((await put(visit.id, { revision: 1, ...seen })).json.error, 'changed')
  const { id: _id, ...told } = (await own())[0]
  assert.deepEqual(told, { from: '组织d', ...seen })
  w.pass(15 * 86_400_000)
  assert.equal((await list())[0]!.id, visit.id, 'what is late stands first')
  const closed = shanghaiDay(w.service.now())
  const done = await put(visit.id, { revision: 2, ...seen, closed, outcome: '补齐了，看过原件' })
  assert.deepEqual([done.status, done.json.closed, done.json.revision], [200, closed, 3])
  // A slip of the finger: open again, with a trace, and closed once more.
  const open = await put(visit.id, { revision: 3, ...seen, outcome: '补齐了，看过原件' })
  assert.deepEqual([open.status, open.json.closed, open.json.outcome], [200, undefined, '补齐了，看过原件'])
  const again = await put(visit.id, { revision: 4, ...seen, closed, outcome: '补齐了，看过原件' })
  assert.deepEqual([again.status, again.json.closed], [200, closed])
  const { rows } = await w.connection.pool.query(
    `select action, reason from audit_log where action in ('visit', 'visit.close') order by audit_id`,
  )
  assert.deepEqual(rows, [
    { action: 'visit', reason: '会议记录缺两次' },
    { action: 'visit.close', reason: '补齐了，看过原件' },
    { action: 'visit', reason: '撤回办结' },
    { action: 'visit.close', reason: '补齐了，看过原件' },
  ])
  // Closed: it can be drawn again.
  assert.deepEqual(
    (await draw({ size: 50 })).json.drawn.map((it: { org: string }) => it.org),
    ['b1'],
  )
})

test('draws at the same moment draw different branches', async () => {
  const draws = await Promise.all([1, 2, 3].map(() => draw({ size: 1 }, 'x', other)))
  const drawn = draws.flatMap(it => (it.status === 201 ? it.json.drawn.map((one: { org: string }) => one.org) : []))
  assert.deepEqual(drawn.sort(), ['bx', 'by', 'bz'])
})

test('a visit of another organisation is not there', async () => {
  const [visit] = await list()
  const body = { revision: 1, day: today, findings: '看过' }
  assert.equal((await ask('PUT', `/visits/${visit!.id}`, body, 'u1', unit)).status, 404)
})

test('an invite code for every branch is one sheet, works for its own branch, and no code is kept', async () => {
  const { raw, status } = await ask('POST', '/invites', { days: 30 }, 'u1', unit)
  assert.equal(status, 200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const rows = book.worksheets[0]!.getSheetValues().slice(2) as unknown as string[][]
  assert.deepEqual(
    rows.map(it => it[1]),
    ['b1', 'b2'],
  )
  const codes = rows.map(it => it[3]!)
  assert.equal(new Set(codes).size, 2)
  const kept = await w.connection.pool.query('select code_hmac, branch_id from invite order by branch_id')
  assert.deepEqual(
    kept.rows.map(it => it.branch_id),
    ['b1', 'b2'],
  )
  for (const code of codes) assert.ok(kept.rows.every(it => !it.code_hmac.includes(code)))
  // Somebody of b1 comes in with theirs, and so would with nobody else's; it is in the branch's list while the office is kept.
  const newcomer = await person(w, 'b1', '新绑定', { consent: false, last4: hmac(KEYS, 'last4', `${TENANT}:4321`) })
  await w.connection.pool.query(`insert into account (openid_hmac, created_at) values ('sheet-phone', now())`)
  const phone = w.app.jwt.sign({ bind: 'sheet-phone' })
  const bind = async (invite: string) =>
    (
      await call(w, phone, 'POST', '/v1/bind', {
        ...{ invite, name: '新绑定', last4: '4321', consent: CONSENT_VERSION },
      })
    ).status
  const [code, other] = codes as [string, string]
  const listed = async () => (await call(w, secretary, 'GET', '/v1/branches/b1/invites')).json.invites.length
  assert.deepEqual([await bind(other), await listed()], [404, 1])
  const { rows: office } = await w.connection.pool.query('delete from role_grant where member_id = $1 returning *', [
    unit.id,
  ])
  assert.deepEqual([await bind(code), await listed()], [404, 0])
  for (const it of office) {
    await w.connection.pool.query('insert into role_grant values ($1, $2, $3, $4)', [
      ...[it.tenant_id, it.member_id, it.role, it.org_id],
    ])
  }
  assert.deepEqual([await bind(code), await listed()], [200, 1])
  assert.equal((await call(w, newcomer, 'GET', '/v1/me')).status, 200)
  const log = await w.connection.pool.query(`select reason from audit_log where action = 'invite.bulk'`)
  assert.match(log.rows[0].reason, /^2 个支部，\d{4}-\d\d-\d\d到期$/)
})
