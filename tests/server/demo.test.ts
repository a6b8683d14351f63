import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { activityParts, activityProblems } from '../../domain/branch/activities'
import { filledIn } from '../../domain/branch/activity-draft'
import type { ActivityList } from '../../domain/contract/activities'
import { isDone } from '../../domain/contract/activity-kinds'
import { shanghaiDay } from '../../domain/time/day'
import { DEMO_ACTIVITIES } from '../../server/demo/activities'
import { SMALL } from '../../server/demo/district'
import { DEMO_TENANT, demoIdentities } from '../../server/demo/identities'
import { hasDemo, seedDemo } from '../../server/demo/seed'
import { isKnown } from '../../server/src/feed/own-feed'
import { demoFeed } from './feed'
import { KEYS, type World, call, signIn, world } from './support'

const feed = demoFeed()

let w: World
let token: string
let branch: string
before(async () => {
  w = await world({ feed, env: { DEMO: '1' } })
  await seedDemo(w.connection, KEYS, feed, SMALL, w.service.now())
  const secretary = (await demoIdentities(w.connection.db)).find(it => it.id === 'secretary')!
  branch = secretary.org
  token = await signIn(w, DEMO_TENANT, secretary.member)
})
after(() => w.close())

const get = async (url: string) => {
  const { status, json } = await call(w, token, 'GET', `/v1/branches/${branch}/${url}`)
  assert.equal(status, 200)
  return json
}

test('the demo secretary finds assignments that some have done and some have not', async () => {
  const { assignments } = await get('assignments')
  assert.equal(assignments.length, 3)
  const sum = (key: 'done' | 'notYet' | 'members') =>
    assignments.reduce((n: number, it: Record<string, number>) => n + it[key]!, 0)
  assert.ok(sum('done') > 0 && sum('notYet') > 0, JSON.stringify(assignments))
})

test('the demo meetings that are over have a believable list, those to come an empty one', async () => {
  const { meetings } = await get('meetings')
  assert.equal(meetings.length, 5)
  for (const { day, members, present } of meetings) {
    const over = day < new Date(w.service.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    assert.ok(over ? present > members / 2 && present <= members : present === 0, `${day}: ${present} of ${members}`)
  }
})

test('the demo activities are of the kinds that there are, whole, some late, some to come, some done', async () => {
  const { activities } = (await get('activities')) as ActivityList
  assert.equal(activities.length, DEMO_ACTIVITIES.length)
  const today = shanghaiDay(w.service.now())
  for (const it of activities) {
    const kind = feed.activityKinds.find(one => one.id === it.kind)!
    assert.deepEqual(activityProblems(kind, filledIn({ activity: it, people: [] }), today), [], it.title)
    assert.equal(it.done, isDone(kind, it.state), it.title)
    assert.ok(it.leadName?.startsWith('示例'))
  }
  const { late, open, done } = activityParts(activities, today)
  assert.ok(late.length > 0 && open.length > 0 && done.length > 0)
})

test('what demo members have finished is in the feed, and their days are what their phones told', async () => {
  const { rows } = await w.connection.pool.query('select devices, finished, studied from member_day')
  assert.ok(rows.length > 50)
  for (const { devices, finished, studied } of rows) {
    assert.deepEqual(Object.values(devices as object)[0].finished, finished)
    assert.deepEqual(Object.values(devices as object)[0].studied, studied)
    for (const item of finished) assert.ok(isKnown(feed, item), item)
  }
})

test('everybody in the demo district is invented, and says so', async () => {
  const { rows } = await w.connection.pool.query(`select name from member where name not like '示例%'`)
  assert.deepEqual(rows, [])
  const orgs = await w.connection.pool.query('select 1 from org where not demo')
  assert.equal(orgs.rows.length, 0)
})

test('killed before it was added up, the demo district is added up at the next start', async () => {
  const { pool } = w.connection
  assert.ok(await hasDemo(pool))
  const sums = async () => (await pool.query('select * from org_rollup order by parent_id, period, start, org_id')).rows
  const before = await sums()
  await pool.query('delete from org_rollup')
  await pool.query('delete from branch_period')
  assert.ok(!(await hasDemo(pool)))
  await seedDemo(w.connection, KEYS, feed, SMALL, w.service.now())
  assert.deepEqual(await sums(), before)
})

test('the demo district has a contest that is open and one that is over, marked as what they are', async () => {
  const member = (await demoIdentities(w.connection.db)).find(it => it.id === 'member-1')!
  const who = await signIn(w, DEMO_TENANT, member.member)
  const { contests } = (await call(w, who, 'GET', '/v1/me/contests')).json
  assert.deepEqual(
    contests.map((it: { state: string; questions: number; demo: boolean }) => [it.state, it.questions, it.demo]),
    [
      ['open', 10, true],
      ['over', 10, true],
    ],
  )
  for (const it of contests) assert.match(it.title + it.note, /演示/)
  const result = (await call(w, who, 'GET', `/v1/me/contests/${contests[1].id}/result`)).json
  assert.ok(result.winners.length > 0)
  const organiser = (await demoIdentities(w.connection.db)).find(it => it.id === 'organiser')!
  const chief = await signIn(w, DEMO_TENANT, organiser.member)
  const { total } = (await call(w, chief, 'GET', `/v1/orgs/d/contests/${contests[1].id}/results`)).json
  assert.ok(total >= 5, `${total}`)
})
