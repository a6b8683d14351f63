import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { sentencesOf } from './checks/coverage'
import { eventWords, personWords } from './citations/card-words'
import { runCommand } from './command'
import { compileContent } from './compile'
import type { Corpus } from './corpus/corpus'
import type { SourceUse } from './schema/fields'

/** One thing that a reader judges. */
interface Drawn {
  /** `file:line` */
  place: string
  text: string
}

/**
 * Draws without choosing: everything is put in the order of the hash of the seed and of itself, and the first `count` are
 * taken. The same content and seed give the same list; a larger count begins with the smaller one.
 */
export function draw<T extends Drawn>(from: readonly T[], count: number, seed: string): T[] {
  const rank = ({ place, text }: T) => createHash('sha256').update(`${seed}\n${place}\n${text}`).digest('hex')
  return from
    .map(it => ({ it, at: rank(it) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ it }) => it)
}

/** Instead of a shelf's name: all of them. */
const ALL = 'all'

const textsOf = ({ articles, episodes }: Corpus, shelf: string) =>
  [...articles, ...episodes].filter(({ value }) => shelf === ALL || value.shelf === shelf)

/** Every sentence that a shelf shows: of articles with their 为什么 lines and key points, and of scripts. */
export function sentencesOfShelf(corpus: Corpus, shelf: string): Drawn[] {
  return textsOf(corpus, shelf).flatMap(({ at, doc }) =>
    sentencesOf(doc)
      .filter(({ text }) => text !== '')
      .map(({ text, line }) => ({ place: `${at.file}:${line}`, text })),
  )
}

/**
 * Every use of a source on which a shelf rests: footnotes, and what its texts cite of the ledger; each once.
 * @param named what the ids of the sources begin with, to draw from what was found in one go
 */
export function usesOfShelf(corpus: Corpus, shelf: string, named = ''): Drawn[] {
  const titles = new Map(corpus.sources.map(({ value }) => [value.id, `${value.publisher}，${addressOf(value)}`]))
  const tell = (what: string, { id, row, words }: SourceUse) =>
    `${what} ← ${id}${row === undefined ? '' : `#${row}`}（${titles.get(id) ?? '？'}）：${words}`
  const texts = textsOf(corpus, shelf)
  const cited = new Set(texts.flatMap(({ doc }) => sentencesOf(doc).flatMap(it => it.cited)))
  const entries = [
    ...corpus.events.map(item => ({ ...item, key: `event ${item.value.id}`, says: eventWords(item.value) })),
    ...corpus.people.map(item => ({ ...item, key: `person ${item.value.id}`, says: personWords(item.value) })),
  ].filter(({ key }) => cited.has(key))
  return [
    ...texts.flatMap(({ at, doc }) =>
      sentencesOf(doc).flatMap(({ text, line, notes }) =>
        notes.flatMap(label =>
          doc.footnotes
            .filter(note => note.label === label && note.source.startsWith(named))
            .map(({ source, row, words }) => ({
              place: `${at.file}:${line}`,
              text: tell(text, { id: source, row, words }),
            })),
        ),
      ),
    ),
    ...entries.flatMap(({ at, value, says }) =>
      (value.sources ?? [])
        .filter(({ id }) => id.startsWith(named))
        .map(use => ({ place: `${at.file}:${at.line}`, text: tell(says, use) })),
    ),
  ]
}

function addressOf({ address, online, repository, asked }: Corpus['sources'][number]['value']): string {
  if (address) return asked ? `${address}；问“${asked}”` : address
  return repository ? [repository.path, online].filter(Boolean).join('，') : ''
}

const USAGE =
  '用法：npm run feed:draw -- --shelf reform --seed 提交编号 --count 300（抽句子），或 --citations 50（抽来源的用处；--sources s2- 只在编号这样开头的来源里抽）；--shelf all 是全部书架'

/** Prints a numbered list to judge, to be committed before any verdict. @returns the exit code */
export async function runDraw(args: readonly string[], root: string, print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shelf: { type: 'string' },
      seed: { type: 'string' },
      count: { type: 'string' },
      citations: { type: 'string' },
      sources: { type: 'string' },
    },
  })
  const { shelf, seed } = values
  const count = Number(values.citations ?? values.count)
  if (shelf === undefined || seed === undefined || !Number.isInteger(count) || count < 1) {
    print(USAGE)
    return 2
  }
  const { corpus } = await compileContent({ root, release: false, renamed: [] })
  if (shelf !== ALL && !corpus.shelves?.value.shelves.some(({ id }) => id === shelf)) {
    print(`没有书架 ${shelf}；应当写 new-democratic、construction、reform、new-era、people、local 或 ${ALL}`)
    return 2
  }
  const [what, all] =
    values.citations === undefined
      ? ['句', sentencesOfShelf(corpus, shelf)]
      : ['处来源的用处', usesOfShelf(corpus, shelf, values.sources)]
  const drawn = draw(all, count, seed)
  print(`书架 ${shelf}，共 ${all.length} ${what}，以 ${seed} 抽出 ${drawn.length} ${what}。\n`)
  drawn.forEach(({ place, text }, at) => print(`${at + 1}. \`${place}\` ${text}`))
  return 0
}

if (require.main === module) runCommand(runDraw, USAGE)
