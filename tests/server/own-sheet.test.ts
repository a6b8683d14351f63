import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { TITLES, branchSheet, sendSheet } from './branch-sheets'
import { hmac } from '../../server/src/auth/keys'
import { KEYS, type Person, TENANT, type World, person, plantTree, world } from './support'

/** Lists as branches keep them, not as we export them. */
let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
/** A branch with a secretary and those members. */
async function branchOf(branch: 'b1' | 'b2' | 'b3', ...names: string[]) {
  await w.connection.pool.query(`update member set status = 'erased' where branch_id = $1`, [branch])
  const secretary = await person(w, branch, '书记', { roles: [['secretary', branch]] })
  const people: Person[] = []
  for (const name of names) people.push(await person(w, branch, name))
  const send = async (bytes: Uint8Array, mode = 'check') =>
    (await sendSheet(w, secretary, bytes, mode, undefined, undefined, branch)).json
  return { secretary, people, send }
}
async function book(sheets: Record<string, unknown[][]>): Promise<Buffer> {
  const made = new ExcelJS.Workbook()
  for (const [name, lines] of Object.entries(sheets)) made.addWorksheet(name).addRows(lines)
  return Buffer.from(await made.xlsx.writeBuffer())
}

test('heads that are spread with spaces are the same heads', async () => {
  const { people, send } = await branchOf('b1', '有空格')
  const json = await send(
    await branchSheet(
      [[people[0]!.id, '有空格', '0123', '', '']],
      ['编 号', '姓　名', '手机后四位*', '不用手机', '状 态'],
    ),
  )
  assert.deepEqual([json.problems, json.changes.changed], [[], ['有空格']])
})

test('sums, notes and lines without a name are left out and said by their rows', async () => {
  const { send } = await branchOf('b1')
  const sheet = await book({
    党员: [
      TITLES,
      ['', '一号甲', '0123', '', ''],
      ['小 计', '1人', '', '', ''],
      ['', '二号乙', '', '', ''],
      ['编号', '姓名', '手机后四位', '不用手机', '状态'],
      ['合计', '25人', '', '', ''],
      ['注：电话有变动请及时告知组织委员。'],
      ['', '', '', '制表：示例', ''],
      ['', '', '', '', '2026年11月'],
    ],
  })
  const json = await send(sheet)
  assert.deepEqual(json.problems, [])
  assert.deepEqual(json.changes.added, ['一号甲', '二号乙'])
  assert.deepEqual(json.read.leftOut, [3, 5, 6, 7, 8, 9])
})

test('a line that has a number of ours or a telephone and no name is a mistake, not a note', async () => {
  const { people, send } = await branchOf('b1', '名字删了')
  const json = await send(
    await branchSheet([
      [people[0]!.id, '', '', '', ''],
      ['', '', '13800001234', '', ''],
    ]),
  )
  assert.deepEqual(
    json.problems.map((it: { cell: string; reason: string }) => [it.cell, it.reason]),
    [
      ['B2', '不能为空'],
      ['B3', '不能为空'],
    ],
  )
  assert.deepEqual(json.read.leftOut, [])
})

test('the sheet that has the heads is read wherever it stands, and others that could be meant are named', async () => {
  const { send } = await branchOf('b1')
  const cover = [['示例支部'], ['党员名册'], ['2026年11月']]
  const json = await send(
    await book({
      封面: cover,
      党员名册: [['党员名册'], [], TITLES, ['', '后一张的', '12', '', '']],
      旧名册: [['姓名'], ['早走的']],
    }),
  )
  assert.deepEqual(
    json.problems.map((it: { sheet: string; cell: string }) => [it.sheet, it.cell]),
    [['党员名册', 'C4']],
  )
  assert.deepEqual([json.read.sheet, json.read.others], ['党员名册', ['旧名册']])
  const none = await send(await book({ 封面: cover, 另一张: [['编号', '名字']] }))
  assert.equal(none.problems.length, 1)
  assert.match(none.problems[0].reason, /“姓名”.*封面、另一张/)
})

test("a branch's own list goes in: no columns of ours, whole telephone numbers, people found by their names", async () => {
  const { secretary, people, send } = await branchOf('b1', '老党员甲', '老党员乙', '走了的')
  await w.connection.pool.query(`update member set offline = true where member_id = $1`, [people[1]!.id])
  await w.connection.pool.query(`update member set status = 'left' where member_id = $1`, [people[2]!.id])
  const own = await book({
    花名册: [
      ['示例支部党员花名册'],
      ['序号', '姓 名', '性别', '民族', '职务', '联系电话', '党小组'],
      [1, '书记', '男', '汉', '科长', '138 0000 1111', '第一组'],
      [2, '老党员甲', '女', '汉', '组织委员', 13800001234, '第一组'],
      [3, '老 党员乙', '男', '汉', '', '', '第二组'],
      [4, '新来丙', '男', '汉', '', '１３８００００５６７８', '第二组'],
    ],
  })
  const json = await send(own)
  assert.deepEqual(json.problems, [])
  assert.deepEqual([json.changes.added, json.read.byName], [['新来丙'], ['书记', '老党员甲', '老党员乙']])
  assert.deepEqual(json.missing, [])
  assert.equal((await send(own, 'apply')).applied, true)
  const stored = await rows(`select member_id, m.name, m.status, m.offline, m.last4_hmac, p.party_group
    from member m left join member_post p using (tenant_id, member_id) where m.branch_id = 'b1' and m.status <> 'erased'`)
  const of = (name: string) => stored.find(it => it.name === name)
  const digits = (last4: string) => hmac(KEYS, 'last4', `${TENANT}:${last4}`)
  assert.equal(of('老党员甲').last4_hmac, digits('1234'))
  assert.deepEqual([of('新来丙').last4_hmac, of('新来丙').party_group], [digits('5678'), '第二组'])
  // What the list has no column for stays as it was.
  assert.deepEqual([of('老党员乙').offline, of('走了的').status], [true, 'left'])
  assert.deepEqual([of('老党员甲').member_id, of('书记').member_id], [people[0]!.id, secretary.id])
  // Again: everybody is there already.
  const again = await send(own, 'apply')
  assert.deepEqual([again.applied, again.changes.added, again.changes.same], [true, [], 4])
})

test('a running number is not one of ours; two of one name are not found by it', async () => {
  const { send } = await branchOf('b1', '只有一位', '同名的', '同名的')
  const json = await send(
    await branchSheet([
      [1, '只有一位', '', '', ''],
      [2, '同名的', '', '', ''],
    ]),
  )
  assert.deepEqual(json.read.byName, ['只有一位'])
  assert.deepEqual(
    json.problems.map((it: { cell: string }) => it.cell),
    ['B3'],
  )
  assert.match(json.problems[0].reason, /同名党员/)
})
