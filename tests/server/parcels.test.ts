import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { PARCEL_BYTES, PARCEL_SECONDS } from '../../domain/contract/parcel-limits'
import { dropOldParcels } from '../../server/src/features/parcels/queries'
import { startWorker } from '../../server/src/features/reports/worker'
import { type Person, TENANT, type World, call, person, plantTree, signIn, world } from './support'

let w: World
before(async () => {
  w = await world({ env: { TRUST_PROXY: '1' } })
  await plantTree(w)
})
after(() => w.close())

const newParcel = () => crypto.randomBytes(16).toString('hex')
const SEALED = Buffer.from([0, 255, 1, 254, 0])
const BYTES = { 'content-type': 'application/octet-stream' }
const give = (who: Person | undefined, parcel: string, sealed = SEALED) =>
  call(w, who, 'PUT', `/v1/me/parcel/${parcel}`, sealed, BYTES)
const phone = () => crypto.randomUUID()
const take = (parcel: string, by: string) => call(w, undefined, 'POST', `/v1/parcels/${parcel}/take`, { phone: by })
const done = (parcel: string, by: string) => call(w, undefined, 'POST', `/v1/parcels/${parcel}/done`, { phone: by })
const lying = async () =>
  (await w.connection.pool.query('select parcel_id from parcel where octet_length(sealed) > 0')).rows.map(
    it => it.parcel_id,
  )
const state = async (who: Person, parcel: string) => {
  const { status, json } = await call(w, who, 'GET', `/v1/me/parcel/${parcel}`)
  return status === 200 ? json.state : status
}
const DAY = 86_400_000

test('a parcel goes from one phone to another once, byte for byte, without a login on the new one', async () => {
  const who = await person(w, 'b1', '甲')
  const parcel = newParcel()
  const given = await give(who, parcel)
  assert.deepEqual([given.status, given.json], [200, { seconds: PARCEL_SECONDS }])
  const mine = phone()
  const taken = await take(parcel, mine)
  assert.equal(taken.status, 200)
  assert.deepEqual(taken.raw, SEALED)
  assert.equal((await done(parcel, mine)).status, 204)
  assert.deepEqual(await lying(), [])
  const again = await take(parcel, mine)
  assert.deepEqual([again.status, again.json.error], [404, 'parcel'])
  // That the phone's records are as they were is the phone's to say.
  assert.match(again.json.message, /请在旧手机上再生成一个$/)
})

test('when the line breaks the same phone may ask again, a few times; no other phone gets it', async () => {
  const who = await person(w, 'b1', '乙')
  const parcel = newParcel()
  await give(who, parcel)
  const mine = phone()
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) {
    statuses.push((await take(parcel, mine)).status)
    assert.equal((await take(parcel, phone())).status, 404)
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 404])
  // Who has not taken it cannot end it.
  await done(parcel, phone())
  assert.deepEqual(await lying(), [parcel])
  await done(parcel, mine)
  assert.deepEqual(await lying(), [])
})

test('giving again after a lost answer changes nothing; another one takes the place of the first', async () => {
  const who = await person(w, 'b1', '丙')
  const [one, two] = [newParcel(), newParcel()]
  await give(who, one)
  w.pass(60_000)
  const again = await give(who, one, Buffer.from('other bytes'))
  assert.deepEqual(again.json, { seconds: PARCEL_SECONDS - 60 })
  await give(who, two)
  assert.deepEqual(await lying(), [two])
  assert.equal((await take(one, phone())).status, 404)
  assert.deepEqual((await take(two, phone())).raw, SEALED)
  const stranger = await give(await person(w, 'b2', '丁'), two)
  assert.deepEqual([stranger.status, stranger.json.error], [409, 'parcel'])
  assert.equal((await call(w, who, 'DELETE', '/v1/me/parcel')).status, 204)
  assert.deepEqual(await lying(), [])
})

test('the old phone is told that somebody has come for it, and finds it written down afterwards', async () => {
  const who = await person(w, 'b1', '辛')
  const parcel = newParcel()
  assert.equal(await state(who, parcel), 404)
  await give(who, parcel)
  assert.equal(await state(who, parcel), 'waiting')
  assert.equal(await state(await person(w, 'b1', '壬'), parcel), 404, 'it is nobody else’s business')
  const mine = phone()
  w.pass(1000)
  // The line breaks: it is taken twice, and written down once.
  await take(parcel, mine)
  assert.equal(await state(who, parcel), 'begun')
  await take(parcel, mine)
  await done(parcel, mine)
  assert.equal(await state(who, parcel), 'done')
  const { rows } = (await call(w, who, 'GET', '/v1/me/audit')).json
  assert.deepEqual(
    rows.map((it: { action: string }) => it.action),
    ['parcel.taken', 'parcel'],
  )
  w.pass(PARCEL_SECONDS * 1000 + 1)
  assert.equal(await state(who, parcel), 404)
})

test('after ten minutes it is over, also when the clock was set back; the worker removes it', async () => {
  const who = await person(w, 'b1', '戊')
  const parcel = newParcel()
  await give(who, parcel)
  w.pass(PARCEL_SECONDS * 1000 + 1)
  assert.equal((await take(parcel, phone())).status, 404)
  await dropOldParcels(w.connection.db, w.service.now())
  assert.deepEqual(await lying(), [])
  await give(who, parcel)
  w.pass(-3_600_000)
  assert.equal((await take(parcel, phone())).status, 404)
  let rounds: () => void = () => undefined
  const round = new Promise<void>(resolve => (rounds = resolve))
  const clock = () => (rounds(), w.service.now())
  const worker = startWorker(w.connection.db, clock, error => assert.fail(error), 5)
  await round
  await worker.stop()
  assert.deepEqual(await lying(), [])
})

test('only a bound member who has agreed gives one, of two megabytes at most, and not without end', async () => {
  const unbound = { id: '', token: w.app.jwt.sign({ bind: 'an openid' }) }
  const silent = await person(w, 'b1', '己', { consent: false })
  const who = await person(w, 'b1', '庚')
  assert.equal((await give(undefined, newParcel())).status, 401)
  assert.equal((await give(unbound, newParcel())).status, 401)
  assert.equal((await give(silent, newParcel())).json.error, 'consent')
  assert.equal((await give(who, newParcel(), Buffer.alloc(0))).status, 400)
  assert.equal((await give(who, newParcel(), Buffer.alloc(PARCEL_BYTES + 1))).status, 413)
  assert.equal((await give(who, newParcel(), Buffer.alloc(PARCEL_BYTES))).status, 200)
  assert.equal((await give(who, `${newParcel()}00`)).status, 400)
  await w.connection.pool.query(
    `insert into audit_log (tenant_id, audit_id, at, actor_id, action)
      select $1, gen_random_uuid(), $3, $2, 'parcel' from generate_series(1, 19)`,
    [TENANT, who.id, new Date(w.service.now())],
  )
  const refused = await give(who, newParcel())
  assert.deepEqual([refused.status, refused.json.error], [429, 'quota'])
  assert.match(refused.json.message, /或者导出文件/)
  w.pass(DAY + 1)
  const token = await signIn(w, TENANT, who.id)
  assert.equal((await give({ ...who, token }, newParcel())).status, 200)
})

test('what is written down and logged of it holds no content and no number of it; leaving takes it away', async () => {
  const who = await person(w, 'b1', '辛')
  const parcel = newParcel()
  await give(who, parcel, Buffer.from('sealed content'))
  // Two lines of one millisecond have no order.
  w.pass(1000)
  await take(parcel, phone())
  const { rows } = await w.connection.pool.query(
    'select to_jsonb(a) - $2::text as line from audit_log a where $1 in (actor_id, subject_id) order by at',
    [who.id, 'audit_id'],
  )
  assert.deepEqual(
    rows.map(it => it.line.action),
    ['parcel', 'parcel.taken'],
  )
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${parcel}|sealed`))
  assert.doesNotMatch(w.logged(), new RegExp(parcel))
  const { json } = await call(w, who, 'GET', '/v1/me/audit')
  assert.equal(json.rows[0].action, 'parcel.taken')
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
  assert.ok(!(await lying()).includes(parcel))
})

test('parcels are in no log of the database that a standby or a backup of it would keep', async () => {
  const { rows } = await w.connection.pool.query(`select relpersistence from pg_class where relname = 'parcel'`)
  assert.deepEqual(rows, [{ relpersistence: 'u' }])
})
