import assert from 'node:assert/strict'
import fs from 'node:fs'
import { after, before, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SheetReader } from '../../server/src/features/roster/sent-sheet'
import { branchSheet, sendSheet } from './branch-sheets'
import { type Person, type World, call, person, plantTree, world } from './support'

// Files of a kilobyte or two that ask a reader for more than there is.
let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

/** An ordinary sheet with one part of it changed. */
async function spoilt(change: (sheet: string) => string, part = 'xl/worksheets/sheet1.xml'): Promise<Uint8Array> {
  const parts = unzipSync(await branchSheet([['', '新人', '', '', '']]))
  parts[part] = strToU8(change(strFromU8(parts[part]!)))
  return zipSync(parts)
}
/** Milliseconds that this thread has run: that a busy machine lets it wait is no fault of a sheet. */
const ran = (): number => {
  const file = '/proc/thread-self/schedstat'
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : performance.now()
}

/** Sends it while others ask; how long the slowest of them waited for the service, milliseconds. */
async function sent(bytes: Uint8Array) {
  let slowest = 0
  let done = false
  const beating = (async () => {
    while (!done) {
      const began = ran()
      await call(w, undefined, 'GET', '/healthz')
      slowest = Math.max(slowest, ran() - began)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  })()
  const answer = await sendSheet(w, secretary, bytes)
  done = true
  await beating
  return { ...answer, slowest }
}

const CELL = '<c r="A50000000" t="inlineStr"><is><t>x</t></is></c>'
for (const [name, change, words] of [
  [
    'a row far below',
    (xml: string) => xml.replace('</sheetData>', `<row r="50000000">${CELL}</row></sheetData>`),
    /50000000 行/,
  ],
  [
    'a cell far to the right',
    (xml: string) => xml.replace('</sheetData>', '<row r="3"><c r="XFDZ3"><v>1</v></c></row></sheetData>'),
    /XFDZ 列/,
  ],
  [
    'a hundred thousand cells',
    (xml: string) =>
      xml.replace('</sheetData>', `<row r="3">${'<c r="A3"><v>1</v></c>'.repeat(100_000)}</row></sheetData>`),
    /50000 格/,
  ],
] as const) {
  test(`${name} is refused by its name, and the service goes on meanwhile`, async () => {
    const bytes = await spoilt(change)
    assert.ok(bytes.length < 20_000, `${bytes.length} bytes`)
    const { status, json, slowest } = await sent(bytes)
    assert.deepEqual([status, json.error], [400, 'workbook'])
    assert.match(json.message, words)
    assert.ok(slowest < 1_000, `somebody waited ${Math.round(slowest)} ms`)
  })
}

for (const [name, row] of [
  ['a space before it', ' 50000000'],
  ['a sign', '+50000000'],
  ['a character by its number', '&#53;0000000'],
] as const) {
  test(`a row far below whose number is written with ${name} is refused before it is read`, async () => {
    const { status, json } = await sent(
      await spoilt(xml => xml.replace('</sheetData>', `<row r="${row}"><c r="A2"><v>1</v></c></row></sheetData>`)),
    )
    assert.deepEqual([status, json.error], [400, 'workbook'])
    assert.match(json.message, /另存为/)
  })
}

test('an end of a tag inside an attribute hides no row', async () => {
  const odd = '<row x=">" r="999999999"><c r="A2"><v>1</v></c></row></sheetData>'
  const { status, json } = await sent(await spoilt(xml => xml.replace('</sheetData>', odd)))
  assert.deepEqual([status, json.error], [400, 'workbook'])
  assert.match(json.message, /另存为/)
})

test('widths for a hundred million columns and empty rows to the end hold nothing, and are read over', async () => {
  const { status, json } = await sent(
    await spoilt(xml =>
      xml
        .replace('<sheetData>', '<cols><col min="1" max="99999999" width="9"/></cols><sheetData>')
        .replace('</sheetData>', '<row r="1048576"/></sheetData>'),
    ),
  )
  assert.deepEqual([status, json.changes?.added], [200, ['新人']])
})

test('a hundred thousand shared strings, and one that is empty, end nobody’s service', async () => {
  const many = await spoilt(
    () =>
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t>x</t></si>'.repeat(100_000)}</sst>`,
    'xl/sharedStrings.xml',
  )
  const refused = await sent(many)
  assert.deepEqual([refused.status, refused.json.error], [400, 'workbook'])
  const empty = await sent(await spoilt(xml => xml.replace(/<si>[\s\S]*?<\/si>/, '<si/>'), 'xl/sharedStrings.xml'))
  assert.ok([200, 400].includes(empty.status), String(empty.status))
  assert.equal((await call(w, undefined, 'GET', '/healthz')).status, 200)
})

test('a reader that is slow to load is waited for, and the time for a sheet begins when it is there', async t => {
  const thread = (answers: string) => `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', () => { ${answers} })
    setTimeout(() => parentPort.postMessage({ ready: true }), 600)`
  const slow = new SheetReader(thread("parentPort.postMessage({ sheet: 'read' })"), 200)
  // Three times its patience goes by before it is there, and none after that, however slow the machine.
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const read = slow.read(new Uint8Array(1))
  await turn()
  t.mock.timers.tick(600)
  assert.equal(await read, 'read')
  t.mock.timers.reset()
  await assert.rejects(() => new SheetReader(thread(''), 200).read(new Uint8Array(1)), /读了五秒还没有读完/)
})
