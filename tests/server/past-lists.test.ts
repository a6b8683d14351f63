import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AssignmentSummary } from '../../domain/contract/assignments'
import type { MeetingSummary } from '../../domain/contract/meetings'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

// Lists of what is over are of who was in the branch then: somebody went from b1 to b2, somebody left the district.
const HOUR = 3_600_000
let w: World
let secretaries: Record<string, Person>
let mover: Person
let today: string
/** At ten in the morning of this day. */
let moving: string

before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  moving = addDays(today, -10)
  secretaries = {
    b1: await person(w, 'b1', '甲', { roles: [['secretary', 'b1']] }),
    b2: await person(w, 'b2', '乙', { roles: [['secretary', 'b2']] }),
  }
  mover = await person(w, 'b1', '调动')
  await move(mover, 'b2', 'b2', 'active')
  await move(await person(w, 'b1', '转出'), '', 'b1', 'left')
})
after(() => w.close())

async function move(who: Person, to: string, branch: string, status: string): Promise<void> {
  const { pool } = w.connection
  await pool.query('insert into member_move values ($1, $2, $3, $4)', [
    TENANT,
    who.id,
    new Date(dayStart(moving) + 10 * HOUR),
    to,
  ])
  await pool.query('update member set branch_id = $1, status = $2 where member_id = $3', [branch, status, who.id])
}
const ask = (branch: string, method: string, url: string, body?: object) =>
  call(w, secretaries[branch], method, `/v1/branches/${branch}/${url}`, body)

async function meet(branch: string, day: string, time = '19:00'): Promise<string> {
  const made = await ask(branch, 'POST', 'meetings', { ...newKey(), kind: 'group', title: '会', day, time })
  assert.equal(made.status, 201)
  return made.json.id
}
async function assign(branch: string, due: string): Promise<string> {
  const made = await ask(branch, 'POST', 'assignments', { ...newKey(), title: '读', due: today, items: ['a-0001'] })
  await w.connection.pool.query('update assignment set due = $1 where assignment_id = $2', [due, made.json.id])
  return made.json.id
}
const names = async (branch: string, url: string) =>
  (await ask(branch, 'GET', url)).json.rows.map((it: { name: string }) => it.name).sort()
const sorted = (...list: string[]) => list.sort()

test('a meeting’s list is of who was in the branch when it began', async () => {
  for (const [branch, day, time, expected] of [
    ['b1', addDays(moving, -1), '19:00', sorted('甲', '调动', '转出')],
    ['b2', addDays(moving, -1), '19:00', sorted('乙')],
    ['b1', moving, '09:00', sorted('甲', '调动', '转出')],
    ['b2', moving, '09:00', sorted('乙')],
    ['b1', moving, '11:00', sorted('甲')],
    ['b2', moving, '11:00', sorted('乙', '调动')],
    ['b1', addDays(today, 3), '19:00', sorted('甲')],
    ['b2', addDays(today, 3), '19:00', sorted('乙', '调动')],
  ] as const) {
    const id = await meet(branch, day, time)
    assert.deepEqual(await names(branch, `meetings/${id}`), expected, `${branch} ${day} ${time}`)
    const { meetings } = (await ask(branch, 'GET', 'meetings')).json
    const listed = meetings.find((it: MeetingSummary) => it.id === id)
    assert.equal(listed.members, expected.length, `${branch} ${day} ${time}`)
  }
})

test('who has moved on since can still be marked as present where they were, a stranger cannot', async () => {
  const id = await meet('b1', addDays(moving, -2))
  const mark = async (who: Person) =>
    (await ask('b1', 'POST', `meetings/${id}/attendance`, { members: [who.id], reason: '没带手机' })).status
  assert.deepEqual([await mark(mover), await mark(secretaries.b2!)], [204, 404])
  const { meeting, rows } = (await ask('b1', 'GET', `meetings/${id}`)).json
  assert.deepEqual([meeting.members, meeting.present], [3, 1])
  assert.equal(rows.find((it: { name: string }) => it.name === '调动').how, 'hand')
})

test('the files of meetings have the numbers and the people of the pages', async () => {
  const id = await meet('b1', addDays(moving, -3))
  const text = async (url: string) => (await ask('b1', 'GET', url)).raw.toString('utf8')
  assert.match(await text(`meetings/${id}/export.csv`), /调动,未签到/)
  assert.match(await text('meetings/export.csv'), new RegExp(`${addDays(moving, -3)},19:00,党小组会,会,,3,0`))
})

test('an assignment’s list is of who was in the branch on its last day, or is now while it runs', async () => {
  for (const [branch, due, expected] of [
    ['b1', addDays(moving, -1), sorted('甲', '调动', '转出')],
    ['b2', addDays(moving, -1), sorted('乙')],
    ['b1', moving, sorted('甲')],
    ['b2', moving, sorted('乙', '调动')],
    ['b1', addDays(today, 3), sorted('甲')],
    ['b2', addDays(today, 3), sorted('乙', '调动')],
  ] as const) {
    const id = await assign(branch, due)
    assert.deepEqual(await names(branch, `assignments/${id}`), expected, `${branch} ${due}`)
    const { assignments } = (await ask(branch, 'GET', 'assignments')).json
    const listed = assignments.find((it: AssignmentSummary) => it.id === id)
    assert.deepEqual([listed.members, listed.notYet], [expected.length, expected.length], `${branch} ${due}`)
  }
})

test('one who came is not asked for what the branch had to do before', async () => {
  const [before, since] = [await assign('b2', addDays(moving, -1)), await assign('b2', addDays(moving, 1))]
  const { assignments } = (await call(w, mover, 'GET', '/v1/me/assignments')).json
  const ids = assignments.map((it: { id: string }) => it.id)
  assert.deepEqual([ids.includes(before), ids.includes(since)], [false, true])
})
