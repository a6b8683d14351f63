import zlib from 'node:zlib'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from '../feed/faults'
import { filler } from '../feed/filler'
import { article, validTree, type Tree } from '../feed/fixture'

/** What the finished product will hold. */
export const FULL = { articles: 610, episodes: 205, questions: 1_200 }

const SHELVES: [string, number][] = [
  ['new-democratic', 1921],
  ['construction', 1950],
  ['reform', 1980],
  ['new-era', 2013],
]
const pad = (n: number, width: number) => String(n).padStart(width, '0')

export interface FullSize {
  /** Bytes of the catalog as it lies in the main package. */
  catalog: number
  /** Bytes of all volumes, compressed as they lie in the feed sub-package. */
  feed: number
  /** The largest volume before compression. */
  largest: { name: string; bytes: number }
}

/** Sizes of the feed with generated filler at full size; its random characters compress worse than prose. */
export function fullSize(): FullSize {
  const bundle = compileBundle(readTreeInMemory(fullTree()).corpus)
  const volumes = [...bundle].map(([name, text]) => ({ name, text, bytes: Buffer.byteLength(text) }))
  const largest = [...volumes].sort((a, b) => b.bytes - a.bytes)[0]!
  const packed = (text: string) =>
    zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }).length
  return {
    catalog: Buffer.byteLength(bundle.get('catalog.json')!),
    feed: volumes.reduce((sum, { text }) => sum + packed(text), 0),
    largest: { name: largest.name, bytes: largest.bytes },
  }
}

function fullTree(): Tree {
  const tree = validTree()
  for (let n = 4; n <= FULL.articles; n++) {
    const [shelf, year] = SHELVES[n % SHELVES.length]!
    tree[`content/articles/${shelf}/filler-${n}.md`] = article({
      id: `a-${pad(n, 4)}`,
      title: filler(n, 12).slice(0, 9),
      shelf,
      date: String(year + (n % 12)),
      related: 'a-0001, a-0002, a-0003',
      seed: n,
      paragraphs: `${filler(10_000 + n, 350)} ^e1`,
    })
  }
  for (let n = 3; n <= FULL.episodes; n++) {
    tree[`content/episodes/baitian/filler-${n}.md`] = tree['content/episodes/baitian/wangzhilu.md']!.replace(
      'id: e-0001',
      `id: e-${pad(n, 4)}`,
    )
      .replace('number: 1', `number: ${n}`)
      .replace(/\n\n[^\n]*\n$/, `\n\n${filler(20_000 + n, 620)}\n`)
  }
  tree['content/questions/filler.yml'] = Array.from({ length: FULL.questions - 5 }, (_, i) => question(i)).join('')
  return tree
}

function question(i: number): string {
  const words = (seed: number, length: number) =>
    filler(30_000 + i * 6 + seed, length)
      .replace(/[。\n]/g, '')
      .slice(0, length)
  return `- id: q-${pad(i + 6, 5)}
  type: single
  stem: ${words(0, 28)}？
  options: { a: ${words(1, 9)}, b: ${words(2, 9)}, c: ${words(3, 9)}, d: ${words(4, 9)} }
  answer: a
  explain: ${words(5, 40)}。
  evidence: a-${pad(4 + (i % (FULL.articles - 3)), 4)}^e1
  difficulty: ${1 + (i % 3)}
`
}
