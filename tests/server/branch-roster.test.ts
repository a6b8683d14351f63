import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { seeded } from '../../domain/quiz/random'
import { TITLES, branchSheet, sendSheet } from './branch-sheets'
import { hmac } from '../../server/src/auth/keys'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

/** Another secretary each time: nobody may try more than twenty sheets a minute. */
async function send(bytes: Uint8Array, mode = 'check', type?: string) {
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  return sendSheet(w, secretary, bytes, mode, type)
}
const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
const everything = async () => [
  await rows('select member_id, branch_id, name, status, offline, last4_hmac, token_version from member order by 1'),
  await rows('select * from member_move order by member_id, since'),
  await rows('select * from role_grant order by member_id'),
]

test('every bad cell is listed with its reason, and nothing is changed, not even with apply', async () => {
  const [own, other, chief] = [
    await person(w, 'b1', '本支部'),
    await person(w, 'b2', '外支部'),
    await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] }),
  ]
  const bytes = await branchSheet(
    [
      [other.id, '外支部', '', '', '', '', ''],
      [own.id, '', '12', '也许', '走了', 'b2', '书记'],
      [own.id, '本支部', '', '', '', 'b1', ''],
      ['', '本支部', '', '', '', '', ''],
      ['', '新人', '0123', '', '转出', '', '督导员'],
      ['', '新人', '', '', '', '', ''],
      [chief.id, '督导', '', '', '转出', '', '督导员'],
    ],
    [...TITLES, '支部编码', '职务'],
  )
  // The sender is a new secretary each time: only the others must stay as they were.
  const before = JSON.stringify(await rows(`select * from member where name <> '书记' order by member_id`))
  const checked = await send(bytes)
  assert.deepEqual([checked.status, checked.json.applied], [200, false])
  const cells = checked.json.problems.map((it: { cell: string }) => it.cell)
  for (const cell of ['A2', 'B3', 'C3', 'D3', 'E3', 'F3', 'G3', 'A4', 'B5', 'E6', 'G6', 'B7', 'E8']) {
    assert.ok(cells.includes(cell), `${cell} in ${cells.join(' ')}`)
  }
  assert.equal(cells.length, 13)
  const applied = await send(bytes, 'apply')
  assert.equal(applied.status, 409)
  assert.deepEqual(applied.json.problems, checked.json.problems)
  assert.equal(JSON.stringify(await rows(`select * from member where name <> '书记' order by member_id`)), before)
})

test('a check says what would change and changes nothing; apply does it, once', async () => {
  const [rename, leave] = [await person(w, 'b1', '旧名'), await person(w, 'b1', '要走')]
  const sheet = [
    [rename.id, '新名', '', '', ''],
    [leave.id, '要走', '', '', '转出'],
    ['', '没有手机的新党员', '', '是', ''],
    ['', '有手机的新党员', '0123', '', '在册'],
  ]
  const bytes = await branchSheet(sheet)
  const before = await everything()
  const { json } = await send(bytes)
  assert.deepEqual(json.problems, [])
  const changes = { added: ['没有手机的新党员', '有手机的新党员'], changed: ['新名'], left: ['要走'], same: 0 }
  assert.deepEqual(json.changes, changes)
  const unchanged = (await everything()).map((list, i) => list.filter(row => contains(before[i]!, row)).length)
  assert.deepEqual(
    unchanged,
    before.map(list => list.length),
  )
  const applied = await send(bytes, 'apply')
  assert.deepEqual([applied.status, applied.json.applied, applied.json.changes], [200, true, changes])
  const fresh = await rows(
    `select branch_id, offline, last4_hmac from member where name like '%新党员' order by offline`,
  )
  assert.deepEqual(
    fresh.map(it => [it.branch_id, it.offline, it.last4_hmac !== null]),
    [
      ['b1', false, true],
      ['b1', true, false],
    ],
  )
  assert.ok(!JSON.stringify(fresh).includes('0123'))
  assert.equal((await call(w, leave, 'GET', '/v1/me')).status, 401)
  const kept = await rows(`select reason, org_id from audit_log where action = 'roster.import'`)
  assert.deepEqual(kept, [{ reason: '新增 2，更新 1，转出 1', org_id: 'b1' }])
  // The same sheet again: the new members are found by their names now.
  const twice = await send(bytes, 'apply')
  assert.deepEqual([twice.status, twice.json.changes], [200, { added: [], changed: [], left: [], same: 4 }])
  assert.equal((await rows(`select 1 from member where name = '有手机的新党员'`)).length, 1)
})
const contains = (list: unknown[], row: unknown) => list.some(it => JSON.stringify(it) === JSON.stringify(row))

test('the sheet that is exported goes in again and changes nobody, offices included', async () => {
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const { raw, status, headers } = await call(w, secretary, 'GET', '/v1/branches/b1/roster.xlsx')
  assert.equal(status, 200)
  assert.match(decodeURIComponent(String(headers['content-disposition'])), /''组织b1_党员名册_\d{8}\.xlsx/)
  const grants = await rows('select * from role_grant order by member_id')
  const { json } = await send(raw, 'apply')
  assert.deepEqual([json.problems, json.applied, json.changes.changed, json.changes.left], [[], true, [], []])
  assert.equal((await rows('select * from role_grant')).length, grants.length + 1)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  assert.deepEqual((book.worksheets[0]!.getRow(1).values as string[]).slice(1), [...TITLES, '支委', '党小组'])
  assert.equal(book.worksheets.length, 1)
})

test('按名册 is the order of the sheet that names everybody; whom a sheet of some adds stands last', async () => {
  const here = await person(w, 'b3', '书记', { roles: [['secretary', 'b3']] })
  const sheet = async (lines: unknown[][], mode = 'apply') =>
    (await sendSheet(w, here, await branchSheet(lines), mode, undefined, undefined, 'b3')).json
  const listed = async () =>
    (await call(w, here, 'GET', '/v1/branches/b3/week')).json.rows.map((it: { name: string }) => it.name)
  const added = (name: string) => ['', name, '', '', '']
  await sheet([added('赵'), added('安'), [here.id, '书记', '', '', ''], added('李')])
  assert.deepEqual(await listed(), ['赵', '安', '书记', '李'])
  await sheet([added('白'), added('丁')])
  assert.deepEqual(await listed(), ['赵', '安', '书记', '李', '白', '丁'])
  const { raw } = await call(w, here, 'GET', '/v1/branches/b3/roster.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const lines = book.worksheets[0]!.getSheetValues().slice(2) as unknown[][]
  assert.deepEqual(
    lines.map(it => it[2]),
    await listed(),
  )
  const turned = lines.map(it => [it[1], it[2], '', '', '']).reverse()
  const none = { added: [], changed: [], left: [], same: 6 }
  assert.deepEqual((await sheet(turned, 'check')).changes, { ...none, reordered: true })
  assert.deepEqual(await listed(), ['赵', '安', '书记', '李', '白', '丁'])
  assert.deepEqual((await sheet(turned)).changes, { ...none, reordered: true })
  assert.deepEqual(await listed(), ['丁', '白', '李', '书记', '安', '赵'])
  assert.deepEqual((await sheet(turned, 'check')).changes, none)
})

test('a sheet whose answer was lost is sent again: it is answered as the first was, and nobody is added twice', async () => {
  const [rename, gone] = [await person(w, 'b1', '先前名'), await person(w, 'b1', '先走了')]
  const sheet = await branchSheet([
    [rename.id, '后来名', '', '', ''],
    [gone.id, '先走了', '', '', '转出'],
    ['', '只加一次', '0123', '', ''],
  ])
  const chief = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const key = crypto.randomUUID()
  const apply = (bytes: Uint8Array) => sendSheet(w, chief, bytes, 'apply', undefined, key)
  const logged = async () => (await rows(`select 1 from audit_log where action = 'roster.import'`)).length
  const before = await logged()
  const answers = await Promise.all([1, 2, 3].map(() => apply(sheet)))
  answers.push(await apply(sheet))
  assert.deepEqual([answers[0]!.status, answers[0]!.json.applied], [200, true])
  assert.deepEqual(answers[0]!.json.changes, { added: ['只加一次'], changed: ['后来名'], left: ['先走了'], same: 0 })
  for (const it of answers) assert.deepEqual([it.status, it.json], [200, answers[0]!.json])
  assert.equal((await rows(`select 1 from member where name = '只加一次'`)).length, 1)
  assert.equal(await logged(), before + 1)
  // What is kept for the repeat names nobody.
  const [kept] = await rows('select s::text as row from sent_form s where form_id = $1', key)
  assert.doesNotMatch(kept.row, /只加一次|后来名|先走了/)
  // Another sheet under the same key.
  const other = await apply(await branchSheet([['', '另一个人', '', '', '']]))
  assert.deepEqual([other.status, other.json.error], [409, 'form_taken'])
  assert.deepEqual(await rows(`select 1 from member where name = '另一个人'`), [])
})

test('a sheet with problems is refused in the standard words beside its list, and may come again put right', async () => {
  const chief = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const key = crypto.randomUUID()
  const apply = async (name: string) =>
    sendSheet(w, chief, await branchSheet([['', name, '', '', '']]), 'apply', undefined, key)
  const refused = await apply('')
  assert.deepEqual([refused.status, refused.json.error, refused.json.applied], [409, 'roster', false])
  assert.match(refused.json.message, /1 处要改.*名册没有变/)
  assert.match(JSON.stringify(refused.json.problems), /没有一行党员/)
  assert.equal((await apply('改好的')).status, 200)
  const without = await w.app.inject({
    method: 'POST',
    url: '/v1/branches/b1/roster?mode=apply',
    headers: { authorization: `Bearer ${chief.token}`, 'content-type': 'application/octet-stream' },
    payload: await branchSheet([['', '没有编号', '', '', '']]),
  })
  assert.equal(without.statusCode, 400)
})

test('digits of a member whose phone is bound are not kept', async () => {
  const who = await person(w, 'b1', '绑定了')
  await w.connection.pool.query('insert into account values ($1, $2, $3, null, 0, now())', ['h', TENANT, who.id])
  const { json } = await send(await branchSheet([[who.id, '绑定了', '1234', '', '']]), 'apply')
  assert.deepEqual([json.applied, json.changes.same], [true, 1])
  assert.deepEqual(await rows('select last4_hmac from member where member_id = $1', who.id), [{ last4_hmac: null }])
})

test('a sheet by another name is read when it is the only one; one without a column is told in words', async () => {
  const named = await send(await branchSheet([['', '第一人', '', '', '']], TITLES, 'Sheet1'))
  assert.deepEqual([named.json.problems, named.json.changes.added], [[], ['第一人']])
  const short = await send(await branchSheet([['', '第一人']], ['编号', '名字']))
  assert.match(JSON.stringify(short.json.problems), /缺少“姓名”/)
  const empty = await send(await branchSheet([]))
  assert.match(JSON.stringify(empty.json.problems), /没有一行党员/)
})

test('the line of titles is found under the name of the table, and what is wrong is told with who stands there', async () => {
  const book = new ExcelJS.Workbook()
  book
    .addWorksheet('党员')
    .addRows([
      ['示例支部党员名册', '', '', '', ''],
      ['2026 年 11 月', '姓名', '', '', ''],
      [],
      ['序号', ...TITLES],
      [1, '', '表头下面的人', '', '', ''],
      [2, '', '手机不对的', '12', '', ''],
    ])
  const { json } = await send(Buffer.from(await book.xlsx.writeBuffer()))
  assert.deepEqual(json.problems, [
    {
      sheet: '党员',
      cell: 'D6',
      name: '手机不对的',
      reason: '填手机号或它的后四位，没有就留空；以 0 开头的请把单元格设为文本',
    },
  ])
  assert.deepEqual(json.changes.added, ['表头下面的人', '手机不对的'])
})

test('a whole mobile number is cut to its last four digits before anything else sees it', async () => {
  const numbers = ['13800001234', '138 0000 1234', '138-0000-1234', '+8613800001234', 13800001234]
  const { json } = await send(
    await branchSheet(numbers.map((number, i) => ['', `号码${'甲乙丙丁戊'[i]}`, number, '', ''])),
    'apply',
  )
  assert.deepEqual(json.problems, [])
  const kept = await rows(`select last4_hmac from member where name like '号码_'`)
  assert.equal(kept.length, 5)
  assert.deepEqual([...new Set(kept.map(it => it.last4_hmac))], [hmac(KEYS, 'last4', `${TENANT}:1234`)])
  const card = await send(await branchSheet([['', '身份证', '11010119900307123X', '', '']]))
  assert.deepEqual([card.json.problems.length, JSON.stringify(card.json).includes('1990')], [1, false])
})

test('who is on the roster and not in the sheet is told by a check, and stays', async () => {
  const here = await person(w, 'bx', '书记', { roles: [['secretary', 'bx']] })
  for (const name of ['在表里', '不在甲', '不在乙']) await person(w, 'bx', name)
  const { rows: known } = await w.connection.pool.query(`select member_id from member where name = '在表里'`)
  const sheet = await branchSheet([[known[0].member_id, '在表里', '', '', '']])
  const { json } = await sendSheet(w, here, sheet, 'check', undefined, undefined, 'bx')
  assert.deepEqual(json.missing, ['不在乙', '不在甲', '书记'].sort())
  await sendSheet(w, here, sheet, 'apply', undefined, undefined, 'bx')
  assert.equal((await rows(`select 1 from member where branch_id = 'bx' and status = 'active'`)).length, 4)
})

test('rules for a whole column and merged areas of an ordinary sheet do not hold the service up', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('党员')
  sheet.addRows([TITLES, ['', '普通人', '', '', '']])
  const bytes = await book.xlsx.writeBuffer()
  const parts = unzipped(bytes)
  parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace(
    '</sheetData>',
    `</sheetData><mergeCells count="1"><mergeCell ref="G1:XFD1048576"/></mergeCells>
     <dataValidations count="1"><dataValidation type="list" sqref="D2:XFD1048576"><formula1>"是"</formula1></dataValidation></dataValidations>`,
  )
  parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
    '</sheets>',
    `</sheets><definedNames><definedName name="all">党员!$A$1:$XFD$1048576</definedName></definedNames>`,
  )
  const { json } = await send(zipped(parts))
  assert.deepEqual([json.problems, json.changes.added], [[], ['普通人']])
})

test('what people take for a workbook is refused by what it is', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const told = async (bytes: Buffer) => (await send(bytes)).json.message as string
  assert.match(await told(Buffer.concat([ole, Buffer.alloc(600)])), /旧格式.*\.xls.*另存为/)
  assert.match(await told(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])), /加了密码/)
  assert.match(await told(Buffer.from('\ufeff编号,姓名\r\n,张示例')), /CSV.*另存为/)
  // 编号,姓名 in GBK.
  assert.match(await told(Buffer.from('b1e0bac52cd0d5c3fb0d0a', 'hex')), /CSV.*另存为/)
  assert.match(await told(Buffer.from('<html><table>')), /网页.*另存为/)
  assert.match(await told(Buffer.from('no workbook')), /打不开/)
})

test('what is no workbook, is too large or claims to be small is refused, and the service goes on', async () => {
  const sound = await branchSheet([['', '某人', '', '', '']])
  const refused = async (bytes: Uint8Array, type?: string) => (await send(bytes, 'apply', type)).status
  assert.equal(await refused(Buffer.from('no workbook')), 400)
  assert.equal(await refused(Buffer.alloc(300_000)), 413)
  assert.equal(await refused(Buffer.from('{}'), 'application/json'), 400)
  assert.equal(await refused(sound, 'text/plain'), 400)
  // 100 MB of spaces in one part.
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(100_000_000) }, { level: 9 })
  assert.ok(bomb.length < 256_000)
  assert.equal(await refused(bomb), 400)
  const lying = Buffer.from(bomb)
  lying.writeUInt32LE(1000, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  assert.equal(await refused(lying), 400)
})

test('300 damaged workbooks: never a 5xx, and never a change', async () => {
  const sound = await branchSheet([['', '受损', '', '', '']])
  const parts = unzipped(sound)
  const random = seeded('damaged')
  const at = (n: number) => Math.floor(random() * n)
  const before = (await rows(`select 1 from member where name <> '书记'`)).length
  for (let i = 0; i < 300; i++) {
    let bytes: Uint8Array
    if (i % 2 === 0) {
      bytes = Buffer.from(sound)
      for (let n = 0; n < 1 + at(8); n++) bytes[at(bytes.length)] = at(256)
    } else {
      // Sound zip, damaged XML.
      const name = Object.keys(parts)[at(Object.keys(parts).length)]!
      const text = parts[name]!
      const [from, to] = [at(text.length), at(text.length)].sort((a, b) => a - b) as [number, number]
      bytes = zipped({ ...parts, [name]: text.slice(0, from) + text.slice(to) })
    }
    const { status } = await send(bytes, 'check')
    assert.ok(status === 200 || status === 400, `${i}: ${status}`)
  }
  assert.equal((await rows(`select 1 from member where name <> '书记'`)).length, before)
})

const zipped = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
function unzipped(bytes: ArrayBuffer | Uint8Array): Record<string, string> {
  const parts = unzipSync(new Uint8Array(bytes))
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part).toString()]))
}
