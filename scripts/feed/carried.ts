import { parseArgs } from 'node:util'
import { dayOfRow } from '../../domain/catalog/opened-sources'
import { formatFuzzyDate } from '../../domain/time/fuzzy-date'
import { markUncarried } from './carried/mark'
import { sentencesOf } from './checks/coverage'
import { runCommand } from './command'
import { compileContent } from './compile'
import { eventWords, personWords } from './citations/card-words'
import { restsOn } from './citations/rests-on'
import type { Corpus, TextDoc } from './corpus/corpus'
import { indexLedger, type LedgerIndex } from './corpus/ledger-index'
import type { SourceUse } from './schema/fields'

const USAGE = '用法：npm run feed:carried -- a-0001 e-0001 …，或 --shelf reform，或 --cards events（people）'

const linesOf = (uses: readonly SourceUse[]) => uses.flatMap(({ row, words }) => [words, dayOfRow(row) ?? ''])

const tell = ({ id, row, words }: SourceUse) => `    ${id}${row === undefined ? '' : `#${row}`}：${words}`

/**
 * Every sentence of a text with something that neither its footnotes nor the entries it cites carry, that marked, and the
 * recorded words under it.
 */
export function uncarriedOf(doc: TextDoc, index: LedgerIndex): string[] {
  return sentencesOf(doc).flatMap(sentence => {
    const uses = restsOn(doc, sentence, index)
    const marked = markUncarried(sentence.text, linesOf(uses))
    return marked === sentence.text ? [] : [`${sentence.line}. ${marked}`, ...uses.map(tell)]
  })
}

/** Likewise an entry of the ledger, and all that it says, against its own rows. */
function uncarriedCard(
  { id, sources = [] }: { id: string; sources?: SourceUse[] | undefined },
  says: string,
): string[] {
  const marked = markUncarried(says, linesOf(sources))
  return marked === says ? [] : [`${id}  ${marked}`, ...sources.map(tell)]
}

/** When it ended is not in a draw's list, but has to be carried as well. */
const eventSays = (event: Corpus['events'][number]['value']) =>
  [eventWords(event, formatFuzzyDate), event.end && formatFuzzyDate(event.end)].filter(Boolean).join(' · ')

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
        ? corpus.events.map(({ value }) => uncarriedCard(value, eventSays(value)))
        : corpus.people.map(({ value }) => uncarriedCard(value, personWords(value, formatFuzzyDate)))
    cards.flat().forEach(print)
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

if (require.main === module) runCommand(runCarried, USAGE)
