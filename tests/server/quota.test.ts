import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEVICES, FINISHED_A_DAY } from '../../domain/contract/day-limits'
import { AUDITED_A_DAY, ROSTER_OF_BRANCH } from '../../domain/contract/limits'
import { addDays } from '../../domain/time/day'
import { dayOf, device, tell, todayOf } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { testFeed } from './feed'
import { TENANT, type World, call, person, plantTree, world } from './support'

// Whatever one member can make grow has an end, and says which.
const known = new Set(Array.from({ length: 1000 }, (_, i) => `a-${String(i + 1).padStart(4, '0')}`))
let w: World
before(async () => {
  w = await world({ feed: { ...testFeed(), articles: known } })
  await plantTree(w)
})
after(() => w.close())

const count = async (query: string, ...values: unknown[]) =>
  (
    await w.connection.pool.query(
      `select count(*) as n, coalesce(sum(pg_column_size(t.*)), 0) as bytes from ${query}`,
      values,
    )
  ).rows[0] as { n: number; bytes: number }
const DAY = 86_400_000

test('a member who sends all there is to send, from five devices, on every day, has one row of a few kB a day', async () => {
  const who = await person(w, 'b1', '张示例')
  const today = todayOf(w)
  const ids = [...known]
  const refused = new Set<string | undefined>()
  const share = FINISHED_A_DAY / DEVICES
  for (let back = 0; back < 15; back++) {
    const day = addDays(today, -back)
    for (let n = 1; n <= DEVICES + 1; n++) {
      const finished = ids.slice(n * share, (n + 1) * share)
      const more = ids.slice((n + 10) * share, (n + 15) * share)
      for (const sent of [finished, more]) {
        const [answer] = await tell(w, who, dayOf(day, { device: device(n), finished: sent }))
        if (!answer!.taken) refused.add(answer!.reason)
      }
    }
  }
  assert.deepEqual([...refused].sort(), ['devices', 'full'])
  const { n, bytes } = await count('member_day t where member_id = $1', who.id)
  assert.equal(n, 15)
  assert.ok(bytes / n < 4_000, `${bytes / n} bytes a day`)
})

test('a day that is full keeps what it holds, and what is told again is no more', async () => {
  const who = await person(w, 'b1', '李示例')
  const finished = [...known].slice(0, FINISHED_A_DAY)
  const day = dayOf(todayOf(w), { finished })
  assert.deepEqual(await tell(w, who, day), [{ taken: true }])
  assert.deepEqual(await tell(w, who, { ...day, finished: ['a-0900'] }), [{ taken: false, reason: 'full' }])
  assert.deepEqual(await tell(w, who, day), [{ taken: true }])
  const { json } = await call(w, who, 'GET', '/v1/me/days')
  assert.deepEqual(json.days[0].finished, finished)
})

test('what one person has written down is bounded a day, and refused by name; the rights to go are not', async () => {
  const who = await person(w, 'b2', '书记', { roles: [['secretary', 'b2']] })
  await w.connection.pool.query(
    `insert into audit_log (tenant_id, audit_id, at, actor_id, action, org_id)
      select $1, gen_random_uuid(), $3, $2, 'invite', 'b2' from generate_series(1, $4)`,
    [TENANT, who.id, new Date(w.service.now()), AUDITED_A_DAY - 1],
  )
  const invite = () => call(w, who, 'POST', '/v1/branches/b2/invites', {})
  assert.equal((await invite()).status, 201)
  const refused = await invite()
  assert.deepEqual([refused.status, refused.json.error], [429, 'quota'])
  assert.match(refused.json.message, /到了上限，请明天再办/)
  assert.equal((await call(w, who, 'GET', '/v1/me/export')).json.error, 'quota')
  const { n } = await count(`invite t where branch_id = 'b2'`)
  assert.equal(n, 2, 'what is not written down is not done')
  w.pass(DAY + 1000)
  w.service.actors.forget(TENANT, who.id)
  assert.equal((await invite()).status, 201)
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
})

test(`a branch’s roster ends at ${ROSTER_OF_BRANCH} rows, those who have left among them`, async () => {
  const who = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  await w.connection.pool.query(
    `insert into member (tenant_id, member_id, branch_id, name, status)
      select $1, gen_random_uuid(), 'b1', '人' || n, 'left' from generate_series(1, $2) n`,
    [TENANT, ROSTER_OF_BRANCH - 3],
  )
  const sheet = await branchSheet([['', '新来的', '', '', '']])
  const { status, json } = await sendSheet(w, who, sheet, 'apply')
  assert.equal(status, 409)
  assert.match(json.problems[0].reason, /最多 2000 人，现有 2000 人/)
})
