import { parseArgs } from 'node:util'
import { inWords } from '../../domain/text/failure'
import { formatFuzzyDate } from '../../domain/time/fuzzy-date'
import { markUncarried } from './carried/mark'
import { sentencesOf } from './checks/coverage'
import { compileContent } from './compile'
import type { Corpus, TextDoc } from './corpus/corpus'
import { indexLedger, type LedgerIndex } from './corpus/ledger-index'
import type { SourceUse } from './schema/fields'

const USAGE = '用法：npm run feed:carried -- a-0001 e-0001 …，或 --shelf reform，或 --cards events（people）'

/** `19520701` tells its day; months and years have 99 in the place of what is not known. */
function dayOf(row: string | number | undefined): string {
  const known = /^(\d{4})(?:99|(\d\d))(?:99|(\d\d))$/.exec(String(row ?? ''))?.slice(1)
  return known ? formatFuzzyDate(known.filter(Boolean).join('-')) : ''
}

const linesOf = (uses: readonly SourceUse[]) => uses.flatMap(({ row, words }) => [words, dayOf(row)])

const tell = ({ id, row, words }: SourceUse) => `    ${id}${row === undefined ? '' : `#${row}`}：${words}`

/**
 * Every sentence of a text with something that neither its footnotes nor the entries it cites carry, that marked, and the
 * recorded words under it.
 */
export function uncarriedOf(doc: TextDoc, index: LedgerIndex): string[] {
  return sentencesOf(doc).flatMap(({ text, line, cited, notes }) => {
    const own = doc.footnotes
      .filter(({ label }) => notes.includes(label))
      .map(({ source, row, words }) => ({ id: source, row, words }) as SourceUse)
    const entries = [...new Set(cited)].flatMap(key => {
      const [kind, id = ''] = key.split(' ')
      return (kind === 'event' ? index.events : index.people).get(id)?.value.sources ?? []
    })
    const marked = markUncarried(text, linesOf([...own, ...entries]))
    return marked === text ? [] : [`${line}. ${marked}`, ...[...own, ...entries].map(tell)]
  })
}

type Card = { id: string; says: (string | undefined)[]; sources: readonly SourceUse[] }

const eventCard = ({ id, title, summary, date, end, place, sources }: Corpus['events'][number]['value']): Card => ({
  id,
  says: [title, summary, formatFuzzyDate(date), end && formatFuzzyDate(end), place],
  sources: sources ?? [],
})

const personCard = ({
  id,
  name,
  summary,
  born,
  died,
  native,
  offices,
  sources,
}: Corpus['people'][number]['value']): Card => ({
  id,
  says: [
    `${name}：${summary}`,
    born && `生 ${formatFuzzyDate(born)}`,
    died && `卒 ${formatFuzzyDate(died)}`,
    native,
    ...offices.map(
      ({ title, from, to }) => `${title} ${formatFuzzyDate(from)}—${to === undefined ? '' : formatFuzzyDate(to)}`,
    ),
  ],
  sources: sources ?? [],
})

/** Likewise an entry of the ledger against its own rows. */
function uncarriedCard({ id, says, sources }: Card): string[] {
  const text = says.filter(Boolean).join(' · ')
  const marked = markUncarried(text, linesOf(sources))
  return marked === text ? [] : [`${id}  ${marked}`, ...sources.map(tell)]
}

/** Prints what no recorded words carry, to be compared by a reader: nothing is refused by it. @returns the exit code */
export async function runCarried(
  args: readonly string[],
  root: string,
  print: (line: string) => void,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { shelf: { type: 'string' }, cards: { type: 'string' } },
    allowPositionals: true,
  })
  const { corpus } = await compileContent({ root, release: false, renamed: [] })
  if (values.cards === 'events' || values.cards === 'people') {
    const cards =
      values.cards === 'events'
        ? corpus.events.map(it => eventCard(it.value))
        : corpus.people.map(it => personCard(it.value))
    cards.flatMap(uncarriedCard).forEach(print)
    return 0
  }
  const texts = [...corpus.articles, ...corpus.episodes].filter(
    ({ value }) => value.shelf === values.shelf || positionals.includes(value.id),
  )
  if (values.cards !== undefined || texts.length === 0) {
    print(USAGE)
    return 2
  }
  const index = indexLedger(corpus)
  for (const { at, value, doc } of texts) {
    const lines = uncarriedOf(doc, index)
    if (lines.length > 0) [`# ${value.id} ${value.title}  ${at.file}`, ...lines, ''].forEach(print)
  }
  return 0
}

if (require.main === module)
  runCarried(process.argv.slice(2), process.cwd(), line => console.log(line)).then(
    code => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(`${inWords(error as Error)}\n${USAGE}`)
      process.exitCode = 2
    },
  )
