import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { type Transaction, sql } from 'kysely'
import { Actors } from '../../server/src/auth/actors'
import { branchScope, selfScope } from '../../server/src/auth/scope'
import { together } from '../../server/src/database/pool'
import type { Tables } from '../../server/src/database/tables'
import { eraseMember } from '../../server/src/features/me/own-records'
import { settleContest } from '../../server/src/features/contest/settle'
import { fileMonth, sumsOfMonth } from '../../server/src/features/months/filed'
import { holdBranch } from '../../server/src/features/reports/holds'
import { branchSheet, sendSheet } from './branch-sheets'
import { Phone, SETTLED, ask as told, organiserOf, publish, rightOf } from './contests'
import { type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

// Two things at the same moment: the second waits for the first and sees what it did.
let w: World
let secretary: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const ask = (method: string, path: string, body?: object) => call(w, secretary, method, `/v1/branches/b1/${path}`, body)
/** Who a token is of. */
async function actorOf(who: Person) {
  const { l } = w.app.jwt.decode<{ l: string }>(who.token)!
  return new Actors(w.connection.db, w.service.now).find({ sub: who.id, t: TENANT, v: 1, l })
}

/** What `then` comes to that begins when `first` is done and not committed, and waits for it. */
async function meanwhile<T>(first: (tx: Transaction<Tables>) => Promise<unknown>, then: () => Promise<T>): Promise<T> {
  let waits: Promise<T> | undefined
  await w.connection.db.transaction().execute(async tx => {
    await first(tx)
    waits = then()
    const blocked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    for (let i = 0; i < 200 && (await w.connection.pool.query(blocked)).rows.length === 0; i++) await sleep(10)
  })
  return waits!
}

/** Rows of every table that has a member's id, but of those that say that they were there. */
async function rowsAbout(id: string): Promise<string[]> {
  const found = await w.connection.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'
      and column_name in ('member_id', 'lead_id', 'chair', 'recorder') and table_name <> 'member'`,
  )
  const about = []
  for (const { table_name: table, column_name: column } of found.rows) {
    const { rows } = await w.connection.pool.query(`select 1 from "${table}" where "${column}" = $1`, [id])
    if (rows.length > 0) about.push(`${table}.${column}`)
  }
  return about
}

test('what is written down about somebody while they delete themselves is refused, and leaves nothing', async () => {
  const meeting = (
    await ask('POST', 'meetings', { ...newKey(), kind: 'group', title: '会', day: today, time: '00:01' })
  ).json.id
  const contest = await publish(w, await organiserOf(w))
  const record = async (more: object) => {
    const { meeting: held } = (await ask('GET', `meetings/${meeting}`)).json
    const { title, day, time, hours = 1, links = [], edits } = held
    return { title, day, time, hours, links, edits, ...more }
  }
  const study = { kind: 'group-study', title: '学', day: today, time: '15:00', state: 'done', hours: 1, words: {} }
  const deed = { kind: 'deed', title: '装灯', day: today, due: addDays(today, 5), state: 'registered' }
  const id = (await ask('POST', 'activities', { ...newKey(), ...study, members: [] })).json.id
  let revision = 1
  const acts: Record<string, (who: Person) => Promise<{ status: number }>> = {
    offline: who =>
      ask('POST', 'offline', {
        ...{ ...newKey(), members: [who.id], minutes: 30, what: '读报', reason: '没有手机', day: today },
      }),
    activity: who => ask('POST', 'activities', { ...newKey(), ...study, members: [who.id] }),
    'changed activity': who =>
      ask('PUT', `activities/${id}`, { ...newKey(), ...study, members: [who.id], revision: revision++ }),
    lead: who =>
      ask('POST', 'activities', { ...newKey(), ...deed, lead: who.id, words: { for: '一位居民' }, members: [] }),
    leave: who => ask('POST', `meetings/${meeting}/leave`, { members: [who.id], reason: 'health', note: '住院' }),
    attendance: who => ask('POST', `meetings/${meeting}/attendance`, { members: [who.id], reason: '没带手机' }),
    chair: async who => ask('PUT', `meetings/${meeting}`, await record({ chair: who.id })),
    roster: async who => {
      const rows = [[who.id, '要走的', '', '', '转出']]
      return sendSheet(w, secretary, await branchSheet(rows), 'apply')
    },
    'own code': who => call(w, who, 'POST', '/v1/me/own-code'),
    contest: who => new Phone(w, who, contest).start(),
  }
  for (const [name, act] of Object.entries(acts)) {
    const who = await person(w, 'b1', `要走的${String.fromCodePoint(0x5f20 + name.length)}`)
    const scope = selfScope(await actorOf(who))
    const { status } = await meanwhile(
      tx => eraseMember(tx, scope, w.service.now()),
      () => act(who).catch(() => ({ status: 404 })),
    )
    assert.ok(status >= 400 && status < 500, `${name}: ${status}`)
    assert.deepEqual(await rowsAbout(who.id), [], name)
  }
})

test('a deed does not leave a month that is being filed, whichever of the two is first', async () => {
  const month = today.slice(0, 7)
  const deed = { kind: 'deed', title: '修门', day: today, due: addDays(today, 5), members: [] }
  const done = { ...deed, state: 'done', words: { for: '一位居民', result: '修好了' } }
  const opened = { ...deed, state: 'registered', words: { for: '一位居民' } }
  const scope = branchScope(await actorOf(secretary), 'b1')!
  const filedDeeds = async () => (await ask('GET', `months/${month}`)).json.filed.deeds
  for (const change of ['PUT', 'DELETE'] as const) {
    const id = (await ask('POST', 'activities', { ...newKey(), ...done })).json.id
    const body = change === 'PUT' ? { ...newKey(), ...opened, revision: 1 } : undefined
    const put = () => ask(change, `activities/${id}`, body)
    const { status, json } = await meanwhile(async tx => {
      await holdBranch(tx, scope, 'update')
      await fileMonth(
        tx,
        scope,
        month,
        { ...(await sumsOfMonth(tx, scope, w.service.feed.activityKinds, month, today)), studied: 0 },
        w.service.now(),
      )
    }, put)
    assert.deepEqual([status, json.error], [409, 'filed'], change)
    assert.equal((await ask('GET', `activities/${id}`)).status, 200)
    const told = await filedDeeds()
    await ask('DELETE', `months/${month}/filed`)

    // The other way round: what is being taken away is not counted.
    const both = await Promise.all([put(), ask('PUT', `months/${month}/filed`, { studied: 0 })])
    const [changed, filed] = both.map(it => it.status)
    assert.equal(filed, 204)
    assert.equal(await filedDeeds(), changed! < 300 ? told - 1 : told, `${change} ${changed}`)
    await ask('DELETE', `months/${month}/filed`)
    if (changed! >= 300) assert.ok((await put()).status < 300)
  }
})

test('who deletes themselves while the results are made has none', async () => {
  const organiser = await organiserOf(w)
  const contest = await publish(w, organiser)
  const gone = await new Phone(w, await person(w, 'b1', '要走的'), contest).take()
  await new Phone(w, await person(w, 'b1', '留下的'), contest).take({ wrong: 1 })
  await told(w, organiser, 'POST', `/v1/orgs/d/contests/${contest}/close`, { reason: '到时间了' })
  w.pass(SETTLED)
  const { status } = await meanwhile(
    tx => settleContest(tx, TENANT, contest, w.service.now()),
    () => call(w, gone.who, 'DELETE', '/v1/me'),
  )
  assert.equal(status, 204)
  assert.deepEqual(await rowsAbout(gone.who.id), [])
  const { rows } = await told(w, organiser, 'GET', `/v1/orgs/d/contests/${contest}/results`)
  assert.deepEqual(
    rows.map((it: { name: string }) => it.name),
    ['留下的'],
  )
})

test('an answer that waits until the results are made is not acknowledged: what is acknowledged counts', async () => {
  const contest = await publish(w, await organiserOf(w, 'd', 'b2'))
  const phone = new Phone(w, await person(w, 'b1', '最后一题'), contest)
  await phone.start()
  const first = await phone.question(0)
  assert.equal((await phone.answer(0, rightOf(first))).status, 200)
  const second = await phone.question(1)
  const late = await meanwhile(
    tx => settleContest(tx, TENANT, contest, w.service.now()),
    () => phone.answer(1, rightOf(second)),
  )
  assert.equal(late.status, 503, JSON.stringify(late.json))
  const { rows } = await w.connection.pool.query(
    'select r.correct, jsonb_array_length(t.answers) as answers from contest_result r join contest_try t using (tenant_id, contest_id, member_id) where r.member_id = $1',
    [phone.who.id],
  )
  assert.deepEqual(rows, [{ correct: 1, answers: 1 }])
})

test('two that wait for each other are both done: the one that the database ends begins again', async () => {
  const [one, two] = [await person(w, 'b1', '死锁甲'), await person(w, 'b1', '死锁乙')]
  let begun = 0
  const both = async (first: Person, second: Person) => {
    await together(w.connection.db, async tx => {
      const lock = (who: Person) =>
        sql`update member set place = place where tenant_id = ${TENANT} and member_id = ${who.id}`.execute(tx)
      await lock(first)
      begun++
      while (begun < 2) await sleep(5)
      await lock(second)
    })
  }
  await Promise.all([both(one, two), both(two, one)])
  assert.ok(begun >= 3)
})

test('a list of who came and the roster’s sheet at once: neither is lost, nobody is told that the database is away', async () => {
  const people: Person[] = []
  const nameOf = (i: number) => `同时${String.fromCodePoint(0x5f20 + i)}`
  for (let i = 0; i < 30; i++) people.push(await person(w, 'b2', nameOf(i)))
  const chief = await person(w, 'b2', '同时书记', { roles: [['secretary', 'b2']] })
  const meeting = { ...newKey(), kind: 'group', title: '会', day: today, time: '00:01' }
  const { id } = (await call(w, chief, 'POST', '/v1/branches/b2/meetings', meeting)).json
  const rows = [...people].reverse().map((it, i) => [it.id, nameOf(29 - i), '', '是', ''])
  const sheet = await branchSheet(rows)
  const work: Promise<{ status: number }>[] = [sendSheet(w, chief, sheet, 'apply', undefined, undefined, 'b2')]
  for (let i = 0; i < 6; i++) {
    const members = people.map(it => it.id)
    work.push(call(w, chief, 'POST', `/v1/branches/b2/meetings/${id}/attendance`, { members, reason: '没带手机' }))
    await sleep(10)
  }
  const answers = await Promise.all(work)
  assert.ok(
    answers.every(it => it.status < 300),
    JSON.stringify(answers),
  )
})
