import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { indexLedger } from '../../scripts/feed/corpus/ledger-index'
import { READER } from '../../scripts/feed/read/cache'
import { rowsOf } from '../../scripts/feed/review/rows'
import { signatureOf } from '../../scripts/feed/review/signature'
import { runFeed } from '../../scripts/feed/run'
import { readTreeInMemory } from './faults'
import { validTree, type Tree } from './fixture'
import { writeTree } from './written-tree'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'feed-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function put(tree: Tree): void {
  writeTree(root, tree)
}
async function feed(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const code = await runFeed(args, root, line => lines.push(line))
  return { code, out: lines.join('\n') }
}
const dist = (name: string) => path.join(root, 'dist/feed', name)

describe('npm run feed', () => {
  test('writes the bundle and its brotli form, and leaves unchanged files alone', async () => {
    put(validTree())
    expect(await feed()).toMatchObject({ code: 0 })
    const names = readdirSync(dist('')).filter(name => name.endsWith('.json'))
    expect(names).toContain('manifest.json')
    for (const name of names)
      expect(brotliDecompressSync(readFileSync(dist(`br/${name}.br`)))).toEqual(readFileSync(dist(name)))
    const before = statSync(dist('ledger.json')).mtimeMs
    expect((await feed()).out).toMatch(/改写 0 个，删去 0 个/)
    expect(statSync(dist('ledger.json')).mtimeMs).toBe(before)
  })
  test('half of a compressed file that a killed compiler has kept is not taken for the whole', async () => {
    put(validTree())
    await feed()
    const kept = path.join(root, '.cache/feed/br')
    for (const name of readdirSync(kept)) truncateSync(path.join(kept, name), 5)
    rmSync(path.join(root, 'dist'), { recursive: true })
    expect(await feed()).toMatchObject({ code: 0 })
    for (const name of readdirSync(dist('')).filter(it => it.endsWith('.json')))
      expect(brotliDecompressSync(readFileSync(dist(`br/${name}.br`)))).toEqual(readFileSync(dist(name)))
  })
  test.each(['content/articles/new-democratic/linked.md', 'content/linked', 'content/articles/UPPER.MD'])(
    'what looks like content and is not read is told, not passed over: %s',
    async name => {
      put(validTree())
      if (name.endsWith('.MD')) put({ [name]: '' })
      else symlinkSync(path.join(root, 'nowhere'), path.join(root, name))
      const { code, out } = await feed()
      expect(code).toBe(1)
      expect(out).toContain(`${name}:1`)
      expect(out).toMatch(name.endsWith('.MD') ? /不该有这个文件/ : /这是一个链接.*应当把文件本身放在这里/)
    },
  )
  test('says in words what the machine does not let it do, and where', async () => {
    put(validTree())
    mkdirSync(path.join(root, 'dist'))
    writeFileSync(dist(''), 'a file where the folder goes')
    const { code, out } = await feed()
    expect(code).toBe(2)
    expect(out).toMatch(
      /那里已经有同名的文件，请把它移开再试：.*dist\/feed.*（EEXIST）|不是文件夹.*dist\/feed.*（ENOTDIR）/,
    )
  })
  test('removes the volume whose last article is gone', async () => {
    put(validTree())
    await feed()
    expect(readdirSync(dist(''))).toContain('episodes-gushi-1.json')
    rmSync(path.join(root, 'content/episodes/gushi/nanhu.md'))
    expect((await feed()).out).toMatch(/删去 1 个/)
    expect(readdirSync(dist(''))).not.toContain('episodes-gushi-1.json')
    expect(readdirSync(dist('br'))).not.toContain('episodes-gushi-1.json.br')
  })
  test('stops at errors, tells them all with file and line, and writes nothing', async () => {
    const tree = validTree()
    const file = 'content/articles/new-democratic/yida.md'
    tree[file] = tree[file]!.replace('[1921年7月23日]', '[1922年7月23日]').replace(
      '(person:mao-zedong)',
      '(person:mao)',
    )
    put(tree)
    const { code, out } = await feed()
    expect(code).toBe(1)
    expect(out).toMatch(/yida.md:15 {2}错误：引文“1922年7月23日”与总账不符/)
    expect(out).toMatch(/yida.md:17 {2}错误：.*人物 mao 不在/)
    // What it makes then is not what a build uses, so it is no way out of the errors.
    expect(out).not.toMatch(/--draft/)
    expect(() => readdirSync(dist(''))).toThrow()
    expect((await feed('--draft')).code).toBe(0)
    expect(readdirSync(dist(''))).toContain('manifest.json')
  })
  test('--check writes nothing', async () => {
    put(validTree())
    expect((await feed('--check')).code).toBe(0)
    expect(() => readdirSync(dist(''))).toThrow()
  })
  test.each(['content/articles/nowhere', 'articles/construction', 'content/articles/nowhere/', '/content/articles'])(
    '--only refuses a path where nothing is: %s',
    async only => {
      put(validTree())
      const { code, out } = await feed('--check', '--only', only)
      expect(out).toContain(`--only 后面的 ${only} 没有这个文件或文件夹；应当从 content/ 写起`)
      expect(code).toBe(2)
    },
  )
  test.each(['content/articles/construction/', './content/articles/cons', 'content/', 'content'])(
    '--only takes the beginning of a path: %s',
    async only => {
      put(validTree())
      expect((await feed('--check', '--only', only)).code).toBe(0)
    },
  )
  test('--only tells what concerns one path', async () => {
    const tree = validTree()
    tree['content/articles/new-democratic/yida.md'] = tree['content/articles/new-democratic/yida.md']!.replace(
      '[1921年7月23日]',
      '[1922年7月23日]',
    )
    put(tree)
    expect((await feed('--check', '--only', 'content/articles/construction')).code).toBe(0)
    expect((await feed('--check', '--only=content/articles/new-democratic')).code).toBe(1)
  })
  test.each([
    ['content/events.yml', '  date: 1927-08-01', '   date: 1927-08-01'],
    ['content/people.yml', 'born: 1898-03-05', 'born: 十九世纪'],
  ])('--only fails with what every text stands on (%s)', async (file, from, to) => {
    const tree = validTree()
    expect(tree[file]).toContain(from)
    tree[file] = tree[file]!.replace(from, to)
    put(tree)
    const { code, out } = await feed('--check', '--only', 'content/articles/construction')
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`${file}:\\d+ .*错误`))
    expect(out).toMatch(/：1 处错误，/)
  })
  test('--release refuses what no reviewer approved', async () => {
    put(validTree())
    const { code, out } = await feed('--release')
    expect(code).toBe(1)
    expect(out).toMatch(/yida.md:2 {2}错误：a-0001 没有审校人签字，不能发布；应当用 npm run review 导出审校表/)
    expect(out).toMatch(/events.yml:1 {2}错误：zhonggong-yida 没有审校人签字/)
    expect(out).toMatch(/days.yml:3 {2}错误：01-01 的条目 没有审校人签字/)
    const signed = Object.fromEntries(
      Object.entries(validTree()).map(([name, text]) => [
        name,
        text.replaceAll(/^( *)(verify_in: .*)$/gmu, '$1$2\n$1approved: { by: 张三, on: 2026-12-01 }'),
      ]),
    )
    const { corpus } = readTreeInMemory(validTree())
    const index = indexLedger(corpus)
    for (const text of [...corpus.articles, ...corpus.episodes])
      signed[text.at.file] = signed[text.at.file]!.replace(
        'on: 2026-12-01 }',
        `on: 2026-12-01, of: ${signatureOf(rowsOf(text, index))} }`,
      )
    signed['content/questions/all.yml'] = signed['content/questions/all.yml']!.replaceAll(
      /( {2}difficulty: \d)/gu,
      '$1\n  approved: { by: 张三, on: 2026-12-01 }',
    )
    signed['content/days.yml'] = signed['content/days.yml']!.replaceAll(
      ' }\n',
      ', approved: { by: 张三, on: 2026-12-01 } }\n',
    )
    signed['content/glossary.yml'] = signed['content/glossary.yml']!.replace(
      ' }\n',
      ', approved: { by: 张三, on: 2026-12-01 } }\n',
    )
    put(signed)
    expect(await feed('--release')).toMatchObject({ code: 0 })
  })
  test('--record-ids records, and a recorded id cannot be dropped', async () => {
    put(validTree())
    await feed('--record-ids')
    expect(readFileSync(path.join(root, 'content/ids.lock'), 'utf8')).toMatch(/^a-0001 article 石库门里的七天$/mu)
    rmSync(path.join(root, 'content/episodes/gushi/nanhu.md'))
    const { code, out } = await feed()
    expect(code).toBe(1)
    expect(out).toMatch(/content\/ids.lock:\d+ {2}错误：e-0002/)
  })
  test('a damaged cache is only slow', async () => {
    put(validTree())
    await feed('--check')
    writeFileSync(path.join(root, '.cache/feed/parsed.json'), '{"reader":')
    expect((await feed('--check')).code).toBe(0)
  })
  test('a cache of another shape is only slow, too', async () => {
    put(validTree())
    await feed('--check')
    const file = path.join(root, '.cache/feed/parsed.json')
    const { reader, entries } = JSON.parse(readFileSync(file, 'utf8')) as { reader: string; entries: object }
    const emptied = Object.fromEntries(Object.keys(entries).map(key => [key, {}]))
    writeFileSync(file, JSON.stringify({ reader, entries: emptied }))
    expect((await feed('--check')).code).toBe(0)
  })
  test('what was parsed is trusted only while all that parses is as it was', () => {
    const reader = readdirSync('scripts/feed/read').map(name => readFileSync(`scripts/feed/read/${name}`, 'utf8'))
    const used = reader.flatMap(text =>
      [...text.matchAll(/^(?:import|\}) (?!type ).*from '\.\.\/(.*)'$/gm)].map(it => it[1]!),
    )
    expect(used.length).toBeGreaterThan(0)
    for (const name of used) expect(READER).toContain(`scripts/feed/${path.dirname(name)}`)
  })
  test('an unknown option is told', async () => {
    expect(await feed('--cheque')).toMatchObject({ code: 2, out: expect.stringMatching(/不认识的参数 --cheque/) })
  })
  test('no content at all is told, not a crash', async () => {
    const { code, out } = await feed()
    expect(code).toBe(1)
    expect(out).toMatch(/content\/events.yml:1 {2}错误：没有这个文件/)
  })
})
