import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { runRoster } from '../../server/src/cli/roster-commands'
import { KEYS, TENANT, type World, person, plantTree, world } from './support'

let w: World
let dir: string
before(async () => {
  w = await world()
  await plantTree(w)
  await person(w, 'b1', '张示例')
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-commands-'))
})
after(async () => {
  await w.close()
  fs.rmSync(dir, { recursive: true })
})

const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
async function roster(...args: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const hear = (words: string) => void (out += `${words}\n`)
  const env = { DATABASE_URL: w.url, PEPPER: KEYS.pepper, JWT_SECRET: KEYS.jwt }
  const code = await runRoster(args, env, { log: hear, error: hear })
  return { code, out }
}
const BY = ['--by', '示例李四']

test('a command that names nobody does nothing', async () => {
  const file = path.join(dir, 'nobody.xlsx')
  for (const args of [
    ['export', file],
    ['invite', 'b1'],
    ['unbind', '00000000-0000-7000-8000-000000000001', '--reason', '丢了手机'],
  ]) {
    const { code, out } = await roster(...args, '--tenant', TENANT)
    assert.deepEqual([code, /--by/.test(out)], [2, true])
  }
  assert.ok(!fs.existsSync(file))
  assert.deepEqual(await rows('select 1 from audit_log'), [])
})

test('the district’s roster is written for nobody else to read, over an old one that was, and written down with the name', async () => {
  const file = path.join(dir, 'roster.xlsx')
  fs.writeFileSync(file, 'old', { mode: 0o644 })
  const { code } = await roster('export', file, '--tenant', TENANT, ...BY)
  assert.equal(code, 0)
  assert.equal(fs.statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(fs.readdirSync(dir), ['roster.xlsx'])
  assert.deepEqual(await rows('select action, actor_id, actor_name, reason from audit_log'), [
    { action: 'roster.export', actor_id: null, actor_name: '示例李四', reason: '全区名册' },
  ])
})

test('a district’s code that is mistyped makes no second district; a new one is asked for with --create', async () => {
  const file = path.join(dir, 'roster.xlsx')
  for (const more of [[], ['--dry-run']]) {
    const { code, out } = await roster('import', file, '--tenant', 'tt', ...BY, ...more)
    assert.deepEqual([code, /没有编码为“tt”的区/.test(out)], [1, true])
  }
  assert.equal((await roster('export', file, '--tenant', 'tt', ...BY, '--create')).code, 1)
  assert.deepEqual(await rows(`select 1 from org where tenant_id = 'tt'`), [])
  assert.equal(
    (await roster('import', file, '--tenant', 'tt', ...BY, '--create', '--dry-run')).code,
    1,
    'members of another',
  )
  assert.deepEqual(await rows(`select 1 from org where tenant_id = 'tt'`), [])
})

test('an empty roster is written without a database, says how it is filled in, and is imported once it is', async () => {
  const file = path.join(dir, 'empty.xlsx')
  const { code } = await roster('template', file)
  assert.equal(code, 0)
  const again = await roster('template', file).catch((error: NodeJS.ErrnoException) => error.code)
  assert.equal(again, 'EEXIST', 'what may be filled in is not written over')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  assert.deepEqual(
    book.worksheets.map(it => it.name),
    ['组织', '党员', '怎么填'],
  )
  const help = book.getWorksheet('怎么填')!
  const example = (sheet: string) =>
    help.getRows(2, help.rowCount)!.flatMap(it => (it.getCell(1).text === sheet ? [it.getCell(4).text] : []))
  assert.equal(book.getWorksheet('组织')!.getCell('C2').dataValidation.formulae[0], '"区,党委,总支,支部"')
  // The examples that stand there are such as are taken.
  book.getWorksheet('组织')!.addRow(['qu', '示例区', '区', ''])
  book.getWorksheet('组织')!.addRow(['jd01', '示例街道01', '党委', 'qu'])
  book.getWorksheet('组织')!.addRow(example('组织'))
  book.getWorksheet('党员')!.addRow(example('党员'))
  await book.xlsx.writeFile(file)
  const imported = await roster('import', file, '--tenant', 'template', '--create', ...BY)
  assert.equal(imported.code, 0, imported.out)
  assert.match(imported.out, /组织 3，新增 1/)
  assert.deepEqual(await rows(`select role, org_id from role_grant where tenant_id = 'template'`), [
    { role: 'secretary', org_id: 'jd01-zb03' },
  ])
})
