import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import ts from 'typescript'
import { lookUp } from '../../domain/search/look-up'
import { measure, type Figures } from './measure'
import { openFeed } from './opened-feed'
import { buildIndex, indexed, indexedForms, scanner, type Engine } from './search-engines'
import { trials } from './search-trials'

interface Known {
  query: string
  kind: string
  /** Ids of which one should be among the first three. */
  want: string[]
  /** `held out` queries were written after the ranking was settled and never used to change it. */
  set: 'tuned' | 'held out'
}

const FIRST = 3
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const found = (engine: Engine, { query, want }: Known) =>
  engine(query)
    .slice(0, FIRST)
    .some(id => want.includes(id))

/** Gzip bytes of scripts as they would be shipped but for minification: the same for both sides. */
function shipped(files: string[]): number {
  const code = files.map(
    file =>
      ts.transpileModule(readFileSync(file, 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, removeComments: true },
      }).outputText,
  )
  return gzipSync(code.join('\n'), { level: 9 }).length
}

const OWN = [
  'alike',
  'corpus',
  'documents',
  'everyday',
  'find',
  'look-up',
  'marks',
  'names-like',
  'own-words',
  'pinyin',
  'plain-form',
  'query',
  'question-words',
  'search',
  'search-most',
  'suggest',
]
const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`

/** The search page's scan beside an index, on the compiled feed in dist/feed. */
export const search: Figures = {
  title: 'Search',
  rows: () => {
    const { documents, names, sounds } = openFeed()
    const queries = read(path.resolve('scripts/bench/search-queries.json')) as Known[]
    const index = buildIndex(documents)
    const engines: [string, Engine][] = [
      ['own scan', scanner(documents, names, sounds)],
      ['MiniSearch, bigrams', indexed(index)],
    ]
    return [
      measure('reading and folding the whole feed, once a run', 5, () => void openFeed()),
      measure('building a MiniSearch index of bigrams, once a run', 5, () => void buildIndex(documents)),
      ...engines.map(([name, engine]) =>
        measure(
          `a query, ${name}`,
          queries.length * 5,
          n => void engine(queries[Math.max(n, 0) % queries.length]!.query),
        ),
      ),
    ]
  },
  words: () => {
    const { documents, names, sounds } = openFeed()
    const queries = read(path.resolve('scripts/bench/search-queries.json')) as Known[]
    const chars = documents.reduce((sum, it) => sum + it.plain.length, 0)
    const index = buildIndex(documents)
    const json = JSON.stringify(index)
    const engines = [scanner(documents, names, sounds), indexed(index), indexedForms(index, names)]
    const hits = (set: Known['set']) => {
      const some = queries.filter(it => it.set === set)
      return engines.map(engine => `${some.filter(it => found(engine, it)).length} of ${some.length}`).join(' | ')
    }
    const missed = engines.map(
      engine =>
        queries
          .filter(it => !found(engine, it))
          .map(it => it.query)
          .join('、') || 'none',
    )
    const code = kB(shipped(OWN.map(it => path.resolve(`domain/search/${it}.ts`))))
    const library = kB(shipped([path.resolve('node_modules/minisearch/dist/es/index.js')]))
    const shippedIndex = `${kB(json.length)}, gzip ${kB(gzipSync(json, { level: 9 }).length)}`
    return [
      `${documents.length} documents, ${chars} plain characters, known-item queries of scripts/bench/search-queries.json.`,
      'Our own ranking was worked on with the first set of them in view; MiniSearch was not tuned (boosts of 3 and 2, chosen once). ' +
        'So this says what comes without work, not which engine is better.',
      '',
      '| | own scan | MiniSearch, bigrams | the same, asked for every alias |',
      '| --- | --- | --- | --- |',
      `| a wanted item in the first three, queries looked at while the ranking was made | ${hits('tuned')} |`,
      `| the same, queries written afterwards | ${hits('held out')} |`,
      `| code, gzip, not minified | ${code} | ${library} | ${library} + aliases |`,
      `| index, if it were shipped | none | ${shippedIndex} | ${shippedIndex} |`,
      `| missed | ${missed.join(' | ')} |`,
      '',
      trials(query => lookUp(documents, names, query, sounds).hits, documents),
    ].join('\n')
  },
}
