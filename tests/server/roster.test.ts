import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { checkRoster } from '../../server/src/features/roster/check'
import { MEMBER_COLUMNS, ORG_COLUMNS } from '../../server/src/features/roster/columns'
import { readRoster } from '../../server/src/features/roster/read'
import { writeRoster } from '../../server/src/features/roster/write'
import { KEYS, type World, world } from './support'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-'))
let w: World
before(async () => {
  w = await world()
})
after(async () => {
  await w.close()
  fs.rmSync(dir, { recursive: true, force: true })
})

const ORGS = [
  ['d', '示例区', '区', ''],
  ['u', '示例街道', '党委', 'd'],
  ['g', '示例总支', '总支', 'u'],
  ['b1', '第一支部', '支部', 'g'],
  ['b2', '第二支部', '支部', 'u'],
]
const MEMBERS = [
  ['', '示例甲', 'b1', '0123', '', '', '书记', ''],
  ['', '示例乙', 'b1', '', '是', '', '', ''],
  ['', '示例丙', 'b2', '4567', '', '在册', '单位管理员', 'u'],
]

async function workbook(orgs: unknown[][], members: unknown[][], titles: readonly string[] = MEMBER_COLUMNS) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('组织').addRows([[...ORG_COLUMNS], ...orgs])
  book.addWorksheet('党员').addRows([[...titles], ...members])
  const file = path.join(dir, `${Math.random()}.xlsx`)
  await book.xlsx.writeFile(file)
  return file
}
async function take(file: string) {
  const existing = await readExisting(w.connection.db, 'new')
  const { plan, problems } = checkRoster(await readRoster(file), existing)
  assert.deepEqual(problems, [])
  return applyRoster(w.connection.db, KEYS, 'new', plan, existing, w.service.now())
}
const rows = async (query: string) => (await w.connection.pool.query(query)).rows

test('every bad cell is listed with its reason, and nothing is changed', async () => {
  const orgs = [
    ...ORGS,
    ['b1', '重复', '支部', 'u'],
    ['c', '圈', '党委', 'c2'],
    ['c2', '圈', '党委', 'c'],
    ['坏 码', '', '什么', 'zz'],
  ]
  const members = [
    ...MEMBERS,
    ['', '', 'nowhere', '12', '也许', '走了', '主任', ''],
    ['00000000-0000-7000-8000-000000000001', '示例甲', 'b1', '', '', '', '', ''],
    ['', '示例乙', 'b1', '', '', '', '', ''],
  ]
  const { problems } = checkRoster(
    await readRoster(await workbook(orgs, members)),
    await readExisting(w.connection.db, 'new'),
  )
  const cells = problems.map(it => `${it.sheet}!${it.cell}`)
  for (const cell of [
    '组织!A7',
    '组织!D8',
    '组织!A10',
    '组织!B10',
    '组织!C10',
    '党员!B5',
    '党员!C5',
    '党员!D5',
    '党员!E5',
    '党员!F5',
    '党员!G5',
    '党员!A6',
    '党员!B7',
  ]) {
    assert.ok(cells.includes(cell), `${cell} in ${cells.join(' ')}`)
  }
  assert.ok(problems.every(it => it.reason.length > 3))
  assert.deepEqual(await rows(`select 1 from org where tenant_id = 'new'`), [])
})

test('an organisation whose row has a mistake is not missed by the rows that point to it', async () => {
  const orgs = ORGS.map(row => (row[0] === 'u' ? ['u', '示例街道', '街道', 'd'] : row))
  const { problems } = checkRoster(
    await readRoster(await workbook(orgs, MEMBERS)),
    await readExisting(w.connection.db, 'new'),
  )
  assert.deepEqual(
    problems.map(it => [`${it.sheet}!${it.cell}`, it.reason]),
    [['组织!C3', '应为：区、党委、总支、支部']],
  )
})

test('a sound sheet goes in with its tree, offices and hashed numbers', async () => {
  assert.deepEqual(await take(await workbook(ORGS, MEMBERS)), { orgs: 5, added: 3, changed: 0, moved: 0 })
  const [branch] = await rows(`select path from org where tenant_id = 'new' and org_id = 'b1'`)
  assert.equal(branch.path, '/d/u/g/b1/')
  const grants = await rows(`select role, org_id from role_grant where tenant_id = 'new' order by role`)
  assert.deepEqual(grants, [
    { role: 'secretary', org_id: 'b1' },
    { role: 'unit_admin', org_id: 'u' },
  ])
  const stored = JSON.stringify(await rows(`select * from member where tenant_id = 'new'`))
  assert.doesNotMatch(stored, /0123"|4567"/)
})

test('what is exported can be imported again and changes nobody; a changed branch is a transfer', async () => {
  const file = path.join(dir, 'out.xlsx')
  assert.equal(await writeRoster(w.connection.db, 'new', file), 3)
  assert.deepEqual(await take(file), { orgs: 0, added: 0, changed: 3, moved: 0 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const sheet = book.getWorksheet('党员')!
  sheet.eachRow(row => {
    if (row.getCell(2).text === '示例乙') row.getCell(3).value = 'b2'
  })
  await book.xlsx.writeFile(file)
  assert.equal((await take(file)).moved, 1)
  const moves = await rows(`select v.branch_id from member_move v join member m using (tenant_id, member_id)
    where m.name = '示例乙' order by since`)
  assert.deepEqual(
    moves.map(it => it.branch_id),
    ['b1', 'b2'],
  )
  const again = await readExisting(w.connection.db, 'new')
  assert.equal(again.members.length, 3)
})

test('a sheet without a column, and a file that is no workbook, are told in words', async () => {
  const { problems } = await readRoster(await workbook(ORGS, MEMBERS, ['编号', '名字']))
  assert.ok(problems.some(it => /缺少“姓名”/.test(it.reason)))
  const text = path.join(dir, 'text.xlsx')
  fs.writeFileSync(text, 'no workbook')
  await assert.rejects(() => readRoster(text), /\.xlsx/)
})
