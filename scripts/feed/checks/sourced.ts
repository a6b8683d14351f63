import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, errorOn, type Problem } from '../problem'
import type { Corpus, Texted } from '../corpus/corpus'
import { waitFor } from './waiting'
import { coverageReader, type CheckableSentence } from './coverage'

type Text = Texted<{ shelf: string; basis?: string | undefined }>

/** Texts of a shelf that is marked `sourced` stand on what was opened, sentence by sentence, and so does what they cite. */
export function checkSourced(corpus: Corpus, index: LedgerIndex): Problem[] {
  const shelves = new Set(corpus.shelves?.value.shelves.flatMap(({ id, sourced }) => (sourced ? [id as string] : [])))
  const texts: Text[] = [...corpus.articles, ...corpus.episodes].filter(({ value }) => shelves.has(value.shelf))
  if (texts.length === 0) return []
  const read = coverageReader(index)
  return texts.flatMap(text => [
    ...checkBasis(text),
    ...checkCited(text, index),
    ...read(text.doc).flatMap(sentence => checkSentence(text, sentence)),
  ])
}

function checkBasis({ at, value }: Text): Problem[] {
  if (value.basis === undefined) return []
  return [errorAt(at, 'basis', `书架 ${value.shelf} 已经写明 sourced；应当写 sources，没有来源的移到 content/withheld`)]
}

function checkCited({ at, doc }: Text, index: LedgerIndex): Problem[] {
  const told = new Set<string>()
  return doc.blocks.flatMap(block =>
    block.kind === 'heading'
      ? []
      : block.spans.flatMap(span => {
          if (span.kind !== 'event' && span.kind !== 'person') return []
          const item = (span.kind === 'event' ? index.events : index.people).get(span.id)
          const key = `${span.kind} ${span.id}`
          if (!item || item.value.sources || told.has(key)) return []
          told.add(key)
          const where = span.kind === 'event' ? 'content/events.yml' : 'content/people.yml'
          return [
            errorOn(at, span.line, `引用的 ${span.id} 还没有来源；应当先在 ${where} 里给它写 sources，或不引用它`),
          ]
        }),
  )
}

function checkSentence({ at }: Text, { text, line, reasons, covered, waitsFor }: CheckableSentence): Problem[] {
  if (covered) return []
  if (waitsFor !== undefined) return [waitFor(waitsFor, at)]
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text
  return [
    errorOn(at, line, `“${shown}”（${reasons.join('、')}）没有来源；应当引用有来源的事件、人物，或在句后写脚注 [^1]`),
  ]
}
