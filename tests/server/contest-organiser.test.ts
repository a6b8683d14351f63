import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { POOL_BYTES } from '../../domain/contract/contest-limits'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'
import {
  DAY,
  HEAD,
  MINUTE,
  QUESTIONS,
  ask,
  organiserOf,
  poolSheet,
  publish,
  sendPool,
  settings,
  SETTLED,
} from './contests'

let w: World
let organiser: Person
before(async () => {
  w = await world()
  await plantTree(w)
  organiser = await organiserOf(w)
})
after(() => w.close())

const BASE = '/v1/orgs/d/contests'
const code = ({ status, json }: { status: number; json: { error?: string } }) => [status, json.error]
const draft = async (more = {}) =>
  (await ask(w, organiser, 'POST', BASE, { ...newKey(), ...settings(w, more) }, 201)).id as string

test('a draft is made once for its key, changed by its revision, and deleted; after the publishing it stays as it is', async () => {
  const sent = { ...newKey(), ...settings(w) }
  const { id } = await ask(w, organiser, 'POST', BASE, sent, 201)
  assert.equal((await ask(w, organiser, 'POST', BASE, sent, 201)).id, id)
  const detail = await ask(w, organiser, 'GET', `${BASE}/${id}`)
  assert.deepEqual(
    [detail.state, detail.revision, detail.pool, detail.missing],
    ['draft', 1, undefined, ['还没有导入题库']],
  )
  const { form: _form, ...plain } = sent
  const changed = { ...plain, title: '改过的', revision: 1 }
  assert.deepEqual(await ask(w, organiser, 'PUT', `${BASE}/${id}`, changed), { revision: 2 })
  assert.deepEqual(code(await call(w, organiser, 'PUT', `${BASE}/${id}`, changed)), [409, 'changed'])
  assert.equal((await call(w, organiser, 'DELETE', `${BASE}/${id}`)).status, 204)
  assert.deepEqual(code(await call(w, organiser, 'GET', `${BASE}/${id}`)), [404, 'not_found'])
  const open = await publish(w, organiser)
  assert.deepEqual(code(await call(w, organiser, 'PUT', `${BASE}/${open}`, { ...changed, revision: 2 })), [
    409,
    'state',
  ])
  assert.deepEqual(code(await call(w, organiser, 'DELETE', `${BASE}/${open}`)), [409, 'state'])
  assert.deepEqual(code(await sendPool(w, organiser, `${BASE}/${open}`, await poolSheet())), [409, 'state'])
})

test('what everybody reads has nothing invisible and nothing that turns the writing round; a title of nothing else is refused', async () => {
  const send = (more: object) => call(w, organiser, 'POST', BASE, { ...newKey(), ...settings(w), ...more })
  for (const title of ['\u200b\u200b', '\u3164', '\u2800', '\u202e\u2066', '\u0007', '\n'])
    assert.equal((await send({ title })).status, 400, JSON.stringify(title))
  const { json } = await send({ title: '党史\u202e竞赛\n第一\u200b场\u0007', note: '一\u2066行\n二行\u0007' })
  const { settings: kept } = await ask(w, organiser, 'GET', `${BASE}/${json.id}`)
  assert.deepEqual([kept.title, kept.note], ['党史竞赛 第一场', '一行\n二行'])
})

test('cells in which Excel keeps something else than it shows are named, and so is what is hidden', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('题库')
  sheet.addRows([
    HEAD,
    ['单选', '哪一天开幕？', new Date(Date.UTC(1921, 6, 23)), '1921年8月', '', '', 'A', '书', '', '', ''],
    ['单选', '占多少？', 0.5, 0.1 + 0.2, '', '', 'A', '书', '', '', ''],
    ['判断', '藏起来的。', '', '', '', '', '正确', '书', '', '', ''],
  ])
  sheet.getCell('C3').numFmt = '0%'
  sheet.getRow(4).hidden = true
  book.addWorksheet('旧的', { state: 'hidden' })
  const url = `${BASE}/${await draft()}`
  // One person checks so many sheets in a minute.
  const checker = await organiserOf(w, 'd', 'b2')
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const { json } = await sendPool(w, checker, url, bytes, 'check')
  assert.deepEqual(
    json.problems.map((it: { sheet: string; cell: string }) => `${it.sheet} ${it.cell}`),
    ['旧的 A1', '题库 C2', '题库 C3', '题库 A4'],
  )
  sheet.getCell('C2').value = '1921年7月23日'
  sheet.getCell('C3').value = '五成'
  sheet.getRow(4).hidden = false
  book.removeWorksheet('旧的')
  const fine = await sendPool(w, checker, url, Buffer.from(await book.xlsx.writeBuffer()))
  assert.equal(fine.status, 200, JSON.stringify(fine.json))
  const { questions } = await ask(w, organiser, 'GET', `${url}/pool`)
  assert.deepEqual(
    questions[1].options.map((it: { text: string }) => it.text),
    ['五成', '0.3'],
  )
})

test('whose members may enter is found step by step below one’s own organisation, and nowhere else', async () => {
  const names = async (who: Person, base: string, under = '') => {
    const { path, below } = await ask(w, who, 'GET', `${base}/orgs${under && `?under=${under}`}`)
    return [path.map((it: { id: string }) => it.id), below.map((it: { id: string }) => it.id)]
  }
  assert.deepEqual(await names(organiser, BASE), [['d'], ['u1', 'u2']])
  assert.deepEqual(await names(organiser, BASE, 'u1'), [
    ['d', 'u1'],
    ['b1', 'b2'],
  ])
  assert.deepEqual(await names(organiser, BASE, 'b1'), [['d', 'u1', 'b1'], []])
  const unit = await organiserOf(w, 'u2', 'b3')
  const own = '/v1/orgs/u2/contests'
  assert.deepEqual((await names(unit, own))[0], ['u2'])
  for (const under of ['d', 'u1', 'b1', 'nowhere'])
    assert.deepEqual(code(await call(w, unit, 'GET', `${own}/orgs?under=${under}`)), [404, 'not_found'], under)
})

test('settings that cannot be are refused in a sentence', async () => {
  const now = w.service.now()
  for (const [more, words] of [
    [{ closes: new Date(now + MINUTE).toISOString() }, /至少 5 分钟/],
    [{ closes: new Date(now - DAY).toISOString() }, /结束要比开始晚/],
    [{ closes: new Date(now + 90 * DAY).toISOString() }, /最长 60 天/],
    [{ within: 'x' }, /只能选自己的组织/],
    [{ within: 'nowhere' }, /只能选自己的组织/],
    [{ practice: ['q-00001', 'q-99999'] }, /没有这些编号：q-99999/],
  ] as const) {
    const { status, json } = await call(w, organiser, 'POST', BASE, { ...newKey(), ...settings(w, more as never) })
    assert.deepEqual([status, json.error], [400, 'contest'])
    assert.match(json.message, words)
  }
})

test('what stands in the way of publishing is told; the revision that was read is the one that is published', async () => {
  const id = await draft({ paper: { kind: 'blueprint', rows: [{ type: 'judge', count: 2 }] } })
  const refused = await call(w, organiser, 'POST', `${BASE}/${id}/publish`, { revision: 1 })
  assert.deepEqual([code(refused), refused.json.missing], [[409, 'incomplete'], ['还没有导入题库']])
  assert.equal((await sendPool(w, organiser, `${BASE}/${id}`, await poolSheet())).status, 200)
  const detail = await ask(w, organiser, 'GET', `${BASE}/${id}`)
  assert.deepEqual(detail.missing, ['抽题表第 1 行（判断）要 2 题，题库里有 1 题'])
  assert.equal(
    detail.pool.counts.reduce((n: number, it: { count: number }) => n + it.count, 0),
    6,
  )
  const paper = {
    kind: 'blueprint' as const,
    rows: [
      { type: 'judge' as const, count: 1 },
      { type: 'single' as const, count: 2 },
    ],
  }
  await ask(w, organiser, 'PUT', `${BASE}/${id}`, { ...settings(w, { paper }), revision: 2 })
  assert.deepEqual(code(await call(w, organiser, 'POST', `${BASE}/${id}/publish`, { revision: 2 })), [409, 'changed'])
  const { questions } = await ask(w, organiser, 'GET', `${BASE}/${id}/preview?draw=3`)
  assert.equal(questions.length, 3)
  assert.deepEqual(questions, (await ask(w, organiser, 'GET', `${BASE}/${id}/preview?draw=3`)).questions)
  // Another organiser puts another pool in its place meanwhile.
  await sendPool(w, await organiserOf(w), `${BASE}/${id}`, await poolSheet(QUESTIONS.map(it => [...it])))
  assert.deepEqual(code(await call(w, organiser, 'POST', `${BASE}/${id}/publish`, { revision: 3 })), [409, 'changed'])
  const { revision } = await ask(w, organiser, 'GET', `${BASE}/${id}`)
  const open = await ask(w, organiser, 'POST', `${BASE}/${id}/publish`, { revision })
  assert.deepEqual([open.state, open.missing], ['open', []])
  assert.match(open.pool.sha256, /^[\da-f]{64}$/)
})

test('a dry run changes nothing; with one bad cell nothing is taken; a new pool takes the old one’s place', async () => {
  const id = await draft()
  const url = `${BASE}/${id}`
  const checked = await sendPool(w, organiser, url, await poolSheet(), 'check')
  assert.deepEqual(checked.json, { applied: false, total: 6, problems: [] })
  assert.equal((await ask(w, organiser, 'GET', url)).pool, undefined)
  assert.equal((await sendPool(w, organiser, url, await poolSheet())).json.applied, true)
  const spoilt = QUESTIONS.map((row, i) => (i === 1 ? row.map((cell, k) => (k === 6 ? '' : cell)) : row))
  const twice = [...spoilt, QUESTIONS[0]!]
  const refused = await sendPool(w, organiser, url, await poolSheet(twice))
  assert.deepEqual(code(refused), [409, 'pool'])
  assert.deepEqual(
    refused.json.problems.map((it: { cell: string; reason: string }) => `${it.cell} ${it.reason}`),
    ['G3 答案是空的', 'B8 和“题库”第 2 行是同一道题，只能写一次'],
  )
  assert.equal((await ask(w, organiser, 'GET', `${url}/pool`)).questions.length, 6)
  await sendPool(w, organiser, url, await poolSheet(QUESTIONS.slice(0, 2)))
  assert.equal((await ask(w, organiser, 'GET', `${url}/pool`)).questions.length, 2)
})

/** The sheet with one part of it changed. */
async function spoil(change: (xml: string) => string, part = 'xl/worksheets/sheet1.xml'): Promise<Uint8Array> {
  const parts = unzipSync(await poolSheet())
  parts[part] = strToU8(change(strFromU8(parts[part]!)))
  return zipSync(parts)
}

test('hostile workbooks are refused in a sentence, and the service goes on', async () => {
  const url = `${BASE}/${await draft()}`
  const cell = '<c r="A50000000" t="inlineStr"><is><t>x</t></is></c>'
  for (const [bytes, words] of [
    [await spoil(xml => xml.replace('</sheetData>', `<row r="50000000">${cell}</row></sheetData>`)), /50000000 行/],
    [
      await spoil(xml => xml.replace('</sheetData>', '<row r="9"><c r="XFDZ9"><v>1</v></c></row></sheetData>')),
      /XFDZ 列/,
    ],
    [
      await spoil(xml =>
        xml.replace('</sheetData>', `<row r="9">${'<c r="A9"><v>1</v></c>'.repeat(100_000)}</row></sheetData>`),
      ),
      /50000 格，竞赛题库/,
    ],
    [Buffer.from('题干,答案\n一大,A\n'), /CSV/],
    [Buffer.from('<html></html>'), /网页/],
    [Buffer.from('PK\x03\x04nothing'), /打不开/],
    [Buffer.alloc(20), /打不开/],
  ] as const) {
    const { status, json } = await sendPool(w, organiser, url, bytes)
    assert.deepEqual([status, json.error], [400, 'workbook'])
    assert.match(json.message, words)
  }
  assert.equal((await sendPool(w, organiser, url, Buffer.alloc(POOL_BYTES + 1))).status, 413)
  const json = await call(w, organiser, 'POST', `${url}/pool?mode=apply`, { a: 1 })
  assert.deepEqual(code(json), [400, 'workbook'])
  assert.equal((await call(w, undefined, 'GET', '/healthz')).status, 200)
  assert.equal((await ask(w, organiser, 'GET', url)).pool, undefined)
})

test('a formula gives its result and no formula comes out; an error value is named by its cell', async () => {
  const url = `${BASE}/${await draft()}`
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('题库')
  sheet.addRow([...HEAD])
  sheet.addRow(['单选', '=HYPERLINK("http://x","点")', '甲', '乙', '', '', 'A', '书', '', '', ''])
  sheet.addRow(['单选', '第二题', { formula: 'A1', result: '丙' }, '丁', '', '', 'A', { error: '#N/A' }, '', '', ''])
  const { json } = await sendPool(w, organiser, url, Buffer.from(await book.xlsx.writeBuffer()), 'check')
  assert.deepEqual(
    json.problems.map((it: { cell: string; reason: string }) => `${it.cell} ${it.reason}`),
    ['H3 这一格是错误值 #N/A，请改成文字'],
  )
})

test('the empty sheet has the columns that the import reads, and is a pool with no question in it', async () => {
  const { status, raw } = await call(w, organiser, 'GET', `${BASE}/pool.xlsx`)
  assert.equal(status, 200)
  const url = `${BASE}/${await draft()}`
  const { json } = await sendPool(w, organiser, url, raw, 'check')
  assert.deepEqual(
    json.problems.map((it: { reason: string }) => it.reason),
    ['表里一道题也没有'],
  )
})

test('closed by hand before it has opened, nobody can begin; a draft has nothing to close', async () => {
  const opens = new Date(w.service.now() + DAY).toISOString()
  const closes = new Date(w.service.now() + 2 * DAY).toISOString()
  const id = await publish(w, organiser, { opens, closes })
  const who = await person(w, 'b1', '甲')
  assert.equal((await ask(w, who, 'GET', `/v1/me/contests/${id}`)).state, 'coming')
  const closed = await ask(w, organiser, 'POST', `${BASE}/${id}/close`, { reason: '改期了' })
  assert.equal(closed.state, 'settling')
  assert.deepEqual(code(await call(w, who, 'POST', `/v1/me/contests/${id}/ticket`)), [409, 'over'])
  assert.deepEqual(code(await call(w, organiser, 'POST', `${BASE}/${await draft()}/close`, { reason: '没有' })), [
    409,
    'state',
  ])
})

test('whoever is above, beside or below reads nothing of a contest; a secretary holds those of the branch', async () => {
  const unit = await organiserOf(w, 'u1')
  const id = await publish(w, unit, {}, 'u1')
  const own = `/v1/orgs/u1/contests/${id}`
  await ask(w, unit, 'GET', `${own}/pool`)
  const others = [
    organiser,
    await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] }),
    await person(w, 'b1', '单位', { roles: [['unit_admin', 'u1']] }),
    await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] }),
    await organiserOf(w, 'u2', 'b3'),
  ]
  for (const who of others) {
    for (const path of ['', '/pool', '/preview', '/results', '/flags']) {
      assert.deepEqual(code(await call(w, who, 'GET', `${own}${path}`)), [404, 'not_found'])
    }
  }
  // Under another organisation’s name it is not there either.
  assert.deepEqual(code(await call(w, organiser, 'GET', `${BASE}/${id}/pool`)), [404, 'not_found'])
  const secretary = await person(w, 'b2', '书记', { roles: [['secretary', 'b2']] })
  const branch = await publish(w, secretary, {}, 'b2')
  assert.equal((await ask(w, secretary, 'GET', '/v1/orgs/b2/contests')).contests[0].id, branch)
})

test('every act of the organiser is in the audit log, with what it was', async () => {
  const unit = await organiserOf(w, 'u2', 'b3')
  const id = await publish(w, unit, {}, 'u2')
  await ask(w, unit, 'GET', `/v1/orgs/u2/contests/${id}/pool`)
  await ask(w, unit, 'POST', `/v1/orgs/u2/contests/${id}/voids`, { number: 1, reason: '有歧义' })
  // Once more, nothing happens, and nothing is written down.
  for (let i = 0; i < 2; i++) await ask(w, unit, 'POST', `/v1/orgs/u2/contests/${id}/close`, { reason: '提前' })
  w.pass(SETTLED)
  for (const path of ['results', 'results?from=1', 'appeals'])
    await ask(w, unit, 'GET', `/v1/orgs/u2/contests/${id}/${path}`)
  const { rows } = await w.connection.pool.query(
    'select action, reason from audit_log where actor_id = $1 order by at, audit_id',
    [unit.id],
  )
  assert.deepEqual(
    rows.map(it => `${it.action} ${it.reason.replace(/[\da-f]{64}/, '…')}`).sort(),
    [
      'contest 写草稿：党史知识竞赛',
      'contest 导入题库 6 题：党史知识竞赛',
      'contest 发布：党史知识竞赛，题库 SHA-256 …',
      'contest.look 看题库：党史知识竞赛',
      'contest 作废第 1 题：党史知识竞赛，有歧义',
      'contest 提前结束：党史知识竞赛，提前',
      'contest.look 看成绩：党史知识竞赛',
      'contest.look 看成绩：党史知识竞赛，第 2 行起',
      'contest.look 看申诉：党史知识竞赛',
    ].sort(),
  )
})
