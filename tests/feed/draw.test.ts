import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { draw, runDraw, sentencesOfShelf, usesOfShelf } from '../../scripts/feed/draw'
import { readTreeInMemory } from './faults'
import { sourcedTree } from './sourced-tree'
import { writeTree } from './written-tree'

const all = Array.from({ length: 50 }, (_, at) => ({ place: `a.md:${at}`, text: `第${at}句。` }))

describe('a drawn list', () => {
  test('is the same for the same seed, whatever the order, and begins with a shorter one', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), fc.nat(50), (seed, a, b) => {
        const list = draw(all, Math.max(a, b), seed)
        expect(list.slice(0, Math.min(a, b))).toEqual(draw([...all].reverse(), Math.min(a, b), seed))
        expect(new Set(list).size).toBe(Math.max(a, b))
      }),
    )
  })
  test('differs by seed', () => {
    expect(draw(all, 10, 'a')).not.toEqual(draw(all, 10, 'b'))
  })
  test('is drawn from every sentence of a shelf’s articles and scripts', () => {
    const { corpus } = readTreeInMemory(sourcedTree())
    const sentences = sentencesOfShelf(corpus, 'new-democratic')
    const said = sentences.map(({ text }) => text)
    expect(said).toContain('各地有了党的早期组织。')
    expect(said).toContain('第一个要点石库门里的七天')
    expect(sentences.filter(({ place }) => place.includes('/episodes/')).length).toBeGreaterThan(10)
    expect(said.join('')).not.toContain('开国大典')
    expect(said.join('')).not.toContain('[^1]')
  })
  test('of citations tells the sentence or the entry, the source and its words', () => {
    const uses = usesOfShelf(readTreeInMemory(sourcedTree()).corpus, 'new-democratic').map(({ text }) => text)
    expect(uses).toContainEqual('各地有了党的早期组织。 ← ttd（人民网，data/ttd.csv）：后来转到*嘉兴*南湖')
    expect(uses).toContainEqual(
      expect.stringMatching(
        /^中国共产党第一次全国代表大会：.* · 1921-07-23.* ← dashiji#19210723（新华社，http.*）：1921年7月23日/,
      ),
    )
  })
  test('of citations can be of all shelves, and of sources that were found in one go', () => {
    const { corpus } = readTreeInMemory(sourcedTree())
    const sourcesOf = (named?: string) =>
      new Set(usesOfShelf(corpus, 'all', named).map(({ text }) => / ← ([^#（]+)/.exec(text)![1]))
    expect([...sourcesOf()].sort()).toEqual(['dashiji', 'ttd'])
    expect([...sourcesOf('tt')]).toEqual(['ttd'])
    expect(usesOfShelf(corpus, 'all').length).toBeGreaterThan(usesOfShelf(corpus, 'reform').length)
  })
  test('of citations tells with which words a stored copy came back', () => {
    const tree = sourcedTree()
    const sources = 'content/sources/chronicle.yml'
    tree[sources] = tree[sources]!.replace('  copy: stored\n', '  copy: stored\n  asked: 大事记 一大 上海开幕\n')
    const uses = usesOfShelf(readTreeInMemory(tree).corpus, 'new-democratic').map(({ text }) => text)
    expect(uses).toContainEqual(
      expect.stringContaining(
        'dashiji#19210723（新华社，http://example.org/dashiji.html；问“大事记 一大 上海开幕”）：',
      ),
    )
  })
})

test('npm run feed:draw prints a numbered list, and says how it is used', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'draw-'))
  try {
    writeTree(root, sourcedTree())
    const run = async (...args: string[]) => {
      const lines: string[] = []
      return { code: await runDraw(args, root, line => lines.push(line)), lines }
    }
    const { code, lines } = await run('--shelf', 'new-democratic', '--count', '5', '--seed', 'abc')
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/^书架 new-democratic，共 \d+ 句，以 abc 抽出 5 句。/)
    expect(lines).toHaveLength(6)
    expect(lines[5]).toMatch(/^5\. `content\/(articles|episodes)\/.*:\d+` \S/)
    expect((await run('--shelf', 'new-democratic', '--citations', '2', '--seed', 'abc')).lines).toHaveLength(3)
    expect((await run('--shelf', 'nowhere', '--count', '5', '--seed', 'abc')).code).toBe(2)
    expect((await run('--shelf', 'reform')).code).toBe(2)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
