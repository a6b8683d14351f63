import type { MarkedSentence } from '../checks/coverage'
import type { TextDoc } from '../corpus/corpus'
import type { LedgerIndex } from '../corpus/ledger-index'
import type { SourceUse } from '../schema/fields'

/** What a sentence rests on: its footnotes, and the rows of what it cites of the ledger. */
export function restsOn(
  doc: TextDoc,
  { cited, notes }: Pick<MarkedSentence, 'cited' | 'notes'>,
  index: LedgerIndex,
): SourceUse[] {
  return [
    ...doc.footnotes
      .filter(({ label }) => notes.includes(label))
      .map(({ source, row, words }) => ({ id: source, row, words })),
    ...[...new Set(cited)].flatMap(key => {
      const [kind, id = ''] = key.split(' ')
      return (kind === 'event' ? index.events : index.people).get(id)?.value.sources ?? []
    }),
  ]
}
