import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { checkRoster } from '../../server/src/features/roster/check'
import { MEMBER_COLUMNS, ORG_COLUMNS } from '../../server/src/features/roster/columns'
import { readRoster } from '../../server/src/features/roster/read'
import { dayOf, tell } from './acts'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

// b2 goes from u1 to u2: the running week is right at once at every level, the weeks before stay as they were reported.
const WEEK = 7 * 24 * 3_600_000
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
  // Five at least in each: of fewer nothing is told upwards.
  for (const [branch, n] of [
    ['b1', 5],
    ['b2', 5],
    ['b3', 5],
  ] as const)
    for (let i = 0; i < n; i++) await person(w, branch, `党员${i}`)
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
  return { own: line(totals), below }
}
const trees = async (query: string) => [await tree('d', query), await tree('u1', query), await tree('u2', query)]
const BEFORE = [
  { own: [3, 17], below: { u1: [2, 12], u2: [1, 5] } },
  { own: [2, 12], below: { b1: [1, 6], b2: [1, 6] } },
  { own: [1, 5], below: { b3: [1, 5] } },
]
const AFTER = [
  { own: [3, 17], below: { u1: [1, 6], u2: [2, 11] } },
  { own: [1, 6], below: { b1: [1, 6] } },
  { own: [2, 11], below: { b2: [1, 6], b3: [1, 5] } },
]

test('the running week and its month are right at once, and nobody is counted twice', async () => {
  assert.deepEqual(await trees(`week=${thisWeek}`), BEFORE)
  await take(['b2', '组织b2', '支部', 'u2'])
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await trees(`week=${thisWeek}`), AFTER)
  assert.deepEqual(await trees(`month=${monthOfWeek(thisWeek)}`), AFTER)
})

test('the week before stays as it was reported, also when somebody tells of it afterwards', async () => {
  assert.deepEqual(await trees(`week=${lastWeek}`), BEFORE)
  await tell(w, inB2, dayOf(lastWeek))
  await settle()
  assert.deepEqual(await trees(`week=${lastWeek}`), BEFORE)
  for (const [org, studied] of Object.entries({ d: 1, u1: 1, u2: 0, b2: 1 })) {
    assert.equal((await get(`${org}?week=${lastWeek}`)).totals.studied, studied, org)
  }
})

test('the quarter of an organisation that moved goes on: its weeks before are there', async () => {
  const starts = async (org: string) => (await get(`${org}/trend`)).weeks.map((it: { start: string }) => it.start)
  assert.deepEqual(await starts('b2'), [lastWeek, thisWeek])
})

test('a day of the running week, of a branch that moved a moment ago, takes the old unit along', async () => {
  await take(['b3', '组织b3', '支部', 'u1'], ['b2', '组织b2', '支部', 'u1'])
  await tell(w, inB2, dayOf(shanghaiDay(w.service.now())))
  await settle()
  await tree('d', `week=${thisWeek}`)
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await tree('d', `week=${thisWeek}`), { own: [3, 17], below: { u1: [3, 17], u2: [0, 0] } })
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
