import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { personName } from '../../domain/text/person-name'
import { TITLES, branchSheet, sendSheet } from './branch-sheets'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const last4 = hmac(KEYS, 'last4', `${TENANT}:1234`)
const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
async function bind(openid: string, name: string) {
  await rows('insert into account (openid_hmac, created_at) values ($1, now())', openid)
  const invite = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code
  const body = { invite, name, last4: '1234', consent: CONSENT_VERSION }
  return (await call(w, w.app.jwt.sign({ bind: openid }), 'POST', '/v1/bind', body)).status
}

test('a name is the same however it was typed or padded', () => {
  for (const [typed, name] of [
    ['张\u3000三', '张三'],
    ['张  三', '张三'],
    [' 欧 阳\u00a0修\u200b ', '欧阳修'],
    ['阿里木·买买提', '阿里木·买买提'],
    ['阿里木 • 买买提', '阿里木·买买提'],
    ['阿里木．买买提', '阿里木·买买提'],
    ['阿里木・买买提', '阿里木·买买提'],
    ['卓玛‧央金', '卓玛·央金'],
    ['Ａｎｎａ  Smith', 'Anna Smith'],
    ['J. Smith', 'J. Smith'],
    ['José', 'José'.normalize('NFC')],
    ['张三Ａ', '张三A'],
    ['\u{20BB7}田 \u4e00', '\u{20BB7}田一'],
    ['王五\ufe0f', '王五'],
    ['\u202e王\u2800五', '王五'],
    ['\u3164', ''],
    ['\u115f\u1160\uffa0', ''],
  ] as const) {
    assert.equal(personName(typed), name, JSON.stringify(typed))
    assert.equal(personName(name), name)
  }
})

test('a padded name goes in without its padding, is nobody new the second time, and binds as it is said', async () => {
  const [first, second] = ['张\u3000三', '阿里木 • 买买提']
  const sheet = await branchSheet([
    ['', first, '1234', '', ''],
    ['', second, '1234', '', ''],
  ])
  const { json } = await sendSheet(w, secretary, sheet, 'apply')
  assert.deepEqual([json.problems, json.changes.added], [[], ['张三', '阿里木·买买提']])
  const again = await sendSheet(w, secretary, await branchSheet([['', '张 三', '', '', '']]))
  assert.deepEqual([again.json.problems, again.json.changes.added, again.json.read.byName], [[], [], ['张三']])
  assert.equal(await bind('open-zhang', '张三'), 200)
  assert.equal(await bind('open-ali', '阿里木．买买提'), 200)
})

test('a name that was stored padded binds as it is said, and another padding of it is no other person', async () => {
  const held = await person(w, 'b1', '李 四', { consent: false, last4 })
  const taken = await sendSheet(w, secretary, await branchSheet([['', '李四', '', '', '']]))
  assert.deepEqual([taken.json.problems, taken.json.changes.added, taken.json.read.byName], [[], [], ['李 四']])
  assert.equal(await bind('open-li', '李\u3000四'), 200)
  assert.equal((await rows('select member_id from account where openid_hmac = $1', 'open-li'))[0].member_id, held.id)
  // The sheet that is exported and sent again says nothing new about an office holder.
  const sup = await person(w, 'b1', '督 导', { roles: [['supervisor', 'd']] })
  const same = await sendSheet(w, secretary, await branchSheet([[sup.id, '督 导', '', '', '']]))
  assert.deepEqual(same.json.problems, [])
})

test('nobody is renamed to what another of the branch is called; two may change names with each other', async () => {
  const [a, b] = [await person(w, 'b2', '钱一'), await person(w, 'b2', '孙二')]
  const boss = await person(w, 'b2', '二书记', { roles: [['secretary', 'b2']] })
  const send = async (...lines: string[][]) =>
    (await sendSheet(w, boss, await branchSheet(lines), 'check', undefined, undefined, 'b2')).json.problems.map(
      (it: { cell: string; reason: string }) => `${it.cell} ${it.reason}`,
    )
  assert.deepEqual(await send([b.id, '钱 一', '', '', '']), ['B2 支部里已有同名党员，请在名字后加区别字'])
  assert.deepEqual(await send([a.id, '李三', '', '', ''], [b.id, '李三', '', '', '']), [
    'B3 与第 2 行改成了同一个名字，请在名字后加区别字',
  ])
  assert.deepEqual(await send([a.id, '孙二', '', '', ''], [b.id, '钱一', '', '', '']), [])
  assert.deepEqual(await send([a.id, '钱一', '', '', '转出'], [b.id, '钱一', '', '', '']), [])
  assert.deepEqual(await send(['', '\u3164', '', '', '']), ['B2 不能为空'])
})

test('a formula gives its result, and a cell that holds an error is refused by its address', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('党员')
  sheet.addRows([TITLES, ...[1, 2, 3, 4].map(n => ['', `公式${'甲乙丙丁'[n - 1]}`, '', '', ''])])
  sheet.getCell('B2').value = { formula: 'A1&"x"', result: '公式结果' } as never
  sheet.getCell('B3').value = { formula: 'VLOOKUP(1,A:A,2)', result: { error: '#N/A' } } as never
  sheet.getCell('B4').value = { error: '#REF!' } as never
  sheet.getCell('C5').value = { formula: '1/0', result: { error: '#DIV/0!' } } as never
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const { json, status } = await sendSheet(w, secretary, bytes, 'apply')
  assert.equal(status, 409)
  const said = json.problems.map((it: { cell: string; reason: string }) => `${it.cell} ${it.reason}`).join('\n')
  for (const at of ['B3', 'B4', 'C5']) assert.match(said, new RegExp(`^${at} .*(#N/A|#REF!|#DIV/0!)`, 'm'))
  assert.deepEqual(await rows(`select name from member where name ~ '公式|object|#'`), [])
  assert.equal(json.changes.added[0], '公式结果')
})
