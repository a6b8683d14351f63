import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openErrata } from '../../domain/errata/file'
import { runFeed } from '../../scripts/feed/run'
import { validTree } from './fixture'

let root: string
let published: Promise<unknown>
const lines: string[] = []
const feed = (...args: string[]) => runFeed(args, root, line => lines.push(line))
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'errata-'))
  for (const [name, text] of Object.entries(validTree())) put(name, text)
  published = feed()
  return published
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(() => {
  lines.length = 0
  rmSync(path.join(root, 'dist/errata.json'), { force: true })
})

/** Runs the command on one correction. */
async function issue(...item: string[]): Promise<{ code: number; out: string; file?: ReturnType<typeof openErrata> }> {
  const rows = item.map((row, i) => `${i === 0 ? '  - ' : '    '}${row}\n`).join('')
  put('content/errata.yml', `number: 3\non: 2026-11-24\nitems:\n${rows}`)
  const code = await feed('--errata')
  const made = path.join(root, 'dist/errata.json')
  return { code, out: lines.join('\n'), ...(existsSync(made) ? { file: openErrata(readFileSync(made, 'utf8')) } : {}) }
}
const told = ['on: 2026-11-24', 'note: 写错了']

test('a correction of published words becomes a sealed file', async () => {
  const { code, file } = await issue('id: q-00004', ...told, 'texts: [{ was: 十三人, now: 十二人 }]')
  expect(code).toBe(0)
  expect(file).toMatchObject({ number: 3, items: [{ id: 'q-00004', texts: [{ was: '十三人', now: '十二人' }] }] })
})

test('a hidden question is told with the article it rests on', async () => {
  const { file } = await issue('id: q-00001', ...told, 'hide: true')
  expect(file?.items[0]).toMatchObject({ hide: true, article: expect.stringMatching(/^a-\d{4}$/) })
})

test('words that stand nowhere in the item stop it, with the line', async () => {
  const { code, out, file } = await issue('id: a-0001', ...told, 'texts: [{ was: 没有这些字, now: 改成这样 }]')
  expect({ code, file }).toEqual({ code: 1, file: undefined })
  expect(out).toMatch(/content\/errata.yml:4 {2}错误：a-0001 里没有找到要改的；应当从应用里照抄/)
})

test('an answer of another kind stops it', async () => {
  const { code, out } = await issue('id: q-00001', ...told, 'answer: [[甲]]')
  expect(code).toBe(1)
  expect(out).toMatch(/错误：/)
})

test('an id that is not published any more is a reminder: older phones still have it', async () => {
  const { code, out, file } = await issue('id: a-9999', ...told, 'hide: true')
  expect(code).toBe(0)
  expect(out).toMatch(/提醒：a-9999 不在 dist\/feed 里/)
  expect(file?.items).toHaveLength(1)
})

test('a field that does not exist and a broken line are told with their line', async () => {
  expect((await issue('id: a-0001', ...told, 'title: 新题')).out).toMatch(/errata.yml:7 {2}错误：没有 title 这一项/)
  expect((await issue('id: "a-0001', ...told)).code).toBe(1)
})

test('the feed command makes the file too, and a tree without corrections needs none', async () => {
  put('content/errata.yml', 'number: 0\non: 2026-11-24\nitems: []\n')
  expect(await feed()).toBe(0)
  expect(lines.join('\n')).toMatch(/第 0 号更正，0 条/)
  rmSync(path.join(root, 'content/errata.yml'))
  expect(await feed()).toBe(0)
})
