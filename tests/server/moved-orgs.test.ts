import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/rollup/worker'
import { applyRoster, readExisting } from '../../server/src/roster/apply'
import { checkRoster } from '../../server/src/roster/check'
import { MEMBER_COLUMNS, ORG_COLUMNS } from '../../server/src/roster/columns'
import { readRoster } from '../../server/src/roster/read'
import { read } from './acts'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

// b2 goes from u1 to u2: the running week is right at once at every level, the weeks before stay as they were reported.
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'moved-'))
let w: World
let supervisor: Person
let inB2: Person
let thisWeek: string
let lastWeek: string

before(async () => {
  w = await world()
  await plantTree(w)
  supervisor = await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] })
  for (const branch of ['b1', 'b1', 'b2', 'b3', 'b3']) await person(w, branch, '党员')
  inB2 = await person(w, 'b2', '学习')
  thisWeek = weekStart(shanghaiDay(w.service.now()))
  lastWeek = addDays(thisWeek, -7)
  w.pass(-WEEK)
  await openWeek(w.connection.db, w.service.now())
  w.pass(WEEK)
  await openWeek(w.connection.db, w.service.now())
})
after(async () => {
  await w.close()
  fs.rmSync(dir, { recursive: true, force: true })
})

async function check(...orgs: string[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('组织').addRows([[...ORG_COLUMNS], ...orgs])
  book.addWorksheet('党员').addRows([[...MEMBER_COLUMNS]])
  const file = path.join(dir, `${Math.random()}.xlsx`)
  await book.xlsx.writeFile(file)
  const existing = await readExisting(w.connection.db, TENANT)
  return { existing, ...checkRoster(await readRoster(file), existing) }
}
async function take(...orgs: string[][]): Promise<void> {
  const { plan, problems, existing } = await check(...orgs)
  assert.deepEqual(problems, [])
  await applyRoster(w.connection.db, KEYS, TENANT, plan, existing, w.service.now())
}
async function settle(): Promise<void> {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const get = async (url: string) => (await call(w, supervisor, 'GET', `/v1/orgs/${url}`)).json

/** [branches, members] of the organisation and of each of its children; every sum must be that of the children. */
async function tree(org: string, query: string) {
  const { totals, children } = await get(`${org}?${query}`)
  const line = (it?: { branches: number; members: number }) => [it?.branches ?? 0, it?.members ?? 0]
  const below: Record<string, number[]> = Object.fromEntries(
    children.map((it: { org: string; branches: number; members: number }) => [it.org, line(it)]),
  )
  const added = Object.values(below).reduce((a, b) => [a[0]! + b[0]!, a[1]! + b[1]!], [0, 0])
  assert.deepEqual(line(totals), added, `${org} ${query}`)
  const branches = (await get(`${org}/compare?size=xs&${query}`)).branches
  assert.equal(branches.length, added[0], `compare ${org} ${query}`)
  return { own: line(totals), below }
}
const trees = async (query: string) => [await tree('d', query), await tree('u1', query), await tree('u2', query)]
const BEFORE = [
  { own: [3, 7], below: { u1: [2, 5], u2: [1, 2] } },
  { own: [2, 5], below: { b1: [1, 3], b2: [1, 2] } },
  { own: [1, 2], below: { b3: [1, 2] } },
]
const AFTER = [
  { own: [3, 7], below: { u1: [1, 3], u2: [2, 4] } },
  { own: [1, 3], below: { b1: [1, 3] } },
  { own: [2, 4], below: { b2: [1, 2], b3: [1, 2] } },
]

test('the running week and its month are right at once, and nobody is counted twice', async () => {
  assert.deepEqual(await trees(`week=${thisWeek}`), BEFORE)
  await take(['b2', '组织b2', '支部', 'u2'])
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await trees(`week=${thisWeek}`), AFTER)
  assert.deepEqual(await trees(`month=${monthOfWeek(thisWeek)}`), AFTER)
})

test('the week before stays as it was reported, also when somebody uploads of it afterwards', async () => {
  assert.deepEqual(await trees(`week=${lastWeek}`), BEFORE)
  const at = dayStart(lastWeek) + HOUR
  assert.equal((await call(w, inB2, 'POST', '/v1/events', { events: [read(at, 600)] })).status, 200)
  await settle()
  assert.deepEqual(await trees(`week=${lastWeek}`), BEFORE)
  for (const [org, minutes] of Object.entries({ d: 10, u1: 10, u2: 0, b2: 10 })) {
    assert.equal((await get(`${org}?week=${lastWeek}`)).totals.minutes, minutes, org)
  }
})

test('the quarter of an organisation that moved goes on: its weeks before are there', async () => {
  const starts = async (org: string) => (await get(`${org}/trend`)).weeks.map((it: { start: string }) => it.start)
  assert.deepEqual(await starts('b2'), [lastWeek, thisWeek])
})

test('an act of the running week, of a branch that moved a moment ago, takes the old unit along', async () => {
  await take(['b3', '组织b3', '支部', 'u1'], ['b2', '组织b2', '支部', 'u1'])
  const events = [read(w.service.now(), 60)]
  assert.equal((await call(w, inB2, 'POST', '/v1/events', { events })).status, 200)
  await settle()
  await tree('d', `week=${thisWeek}`)
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await tree('d', `week=${thisWeek}`), { own: [3, 7], below: { u1: [3, 7], u2: [0, 0] } })
  assert.deepEqual(await tree('d', `week=${lastWeek}`), BEFORE[0])
})

test('a unit with organisations under it cannot become a branch; one without can, and takes nothing along', async () => {
  const { problems } = await check(['u1', '组织u1', '支部', 'd'])
  assert.deepEqual(
    problems.map(it => [it.sheet, it.cell]),
    [['组织', 'C2']],
  )
  assert.match(problems[0]!.reason, /还有.*不能改成支部/)
  const withChildren = await check(['u1', '组织u1', '支部', 'd'], ['b1', '组织b1', '支部', 'u1'])
  assert.ok(withChildren.problems.length > 0)
  assert.deepEqual((await check(['u2', '组织u2', '支部', 'd'])).problems, [])
})
