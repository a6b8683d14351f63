import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { migrate, readMigrations } from '../../server/src/database/migrate'
import { TENANT, type World, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world({ migrations: readMigrations().filter(it => it.name < '0006') })
  await plantTree(w)
})
after(() => w.close())

test('an upgrade makes up for what earlier versions left: whole names without consent, words about the erased', async () => {
  const { pool } = w.connection
  const [gone, withdrawn, open] = [
    await person(w, 'b1', '已注销'),
    await person(w, 'b1', '撤回的', { consent: false }),
    await person(w, 'b1', '全名的'),
  ]
  await pool.query(`update member set status = 'erased' where member_id = $1`, [gone.id])
  await pool.query(`update member set unmasked = true where member_id <> $1`, [gone.id])
  for (const { id } of [gone, open]) {
    await pool.query(
      `insert into audit_log values ($1, gen_random_uuid(), now(), $2, 'attendance', 'b1', $2, '腿疾')`,
      [TENANT, id],
    )
  }
  await migrate(pool)
  const { rows } = await pool.query(
    `select m.member_id as id, m.unmasked, a.action, a.reason from member m
        left join audit_log a on a.subject_id = m.member_id`,
  )
  const of = (who: { id: string }) => rows.find(it => it.id === who.id)
  assert.deepEqual(of(gone), { id: gone.id, unmasked: false, action: 'attendance', reason: null })
  assert.equal(of(withdrawn).unmasked, false)
  assert.deepEqual([of(open).unmasked, of(open).reason], [true, '腿疾'])
})
