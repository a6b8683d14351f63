import { spanOf } from '../dates/fuzzy'
import type { EventSource } from '../schema/event'
import type { ShelvesSource } from '../schema/shelves'
import type { Corpus } from '../corpus/corpus'
import type { Ledger, LedgerEvent } from '../../../domain/catalog/ledger'
import type { PeriodId } from '../../../domain/catalog/types'
import { basisOf } from './provenance'

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byDate = (a: LedgerEvent, b: LedgerEvent) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byId(a, b))

/** The period an event belongs to: the last that has begun by its first day. */
export function periodOf(event: Pick<EventSource, 'date'>, periods: ShelvesSource['periods']): PeriodId {
  const { from } = spanOf(event.date)
  const begun = periods.filter(({ starts }) => spanOf(starts).from <= from)
  return (begun.at(-1) ?? periods[0]!).id
}

/** The whole ledger; ./bundle.ts writes it by period. */
export function compileLedger(corpus: Corpus, { periods }: ShelvesSource): Ledger {
  const orderOf = ({ period }: LedgerEvent) => periods.findIndex(({ id }) => id === period)
  return {
    events: corpus.events
      .map(({ value: it }): LedgerEvent => ({
        id: it.id,
        title: it.title,
        date: it.date,
        ...(it.end === undefined ? {} : { end: it.end }),
        ...(it.circa ? { circa: it.circa } : {}),
        ...(it.place === undefined ? {} : { place: it.place }),
        people: it.people,
        figures: it.figures.map(({ what, value }) => ({ what, value })),
        aliases: it.aliases,
        names: it.names,
        summary: it.summary,
        period: periodOf(it, periods),
        histories: it.histories,
        basis: basisOf(it),
        verifyIn: it.verify_in,
      }))
      .sort((a, b) => orderOf(a) - orderOf(b) || byDate(a, b)),
    people: corpus.people
      .map(({ value: it }) => ({
        id: it.id,
        name: it.name,
        ...(it.born === undefined ? {} : { born: it.born }),
        ...(it.died === undefined ? {} : { died: it.died }),
        ...(it.native === undefined ? {} : { native: it.native }),
        aliases: it.aliases,
        offices: it.offices.map(({ title, from, to }) => ({ title, from, ...(to === undefined ? {} : { to }) })),
        summary: it.summary,
        basis: basisOf(it),
        verifyIn: it.verify_in,
      }))
      .sort(byId),
    works: corpus.works.map(({ value: { id, title, note } }) => ({
      id,
      title,
      ...(note === undefined ? {} : { note }),
    })),
    glossary: corpus.glossary
      .map(({ value: it }) => ({
        id: it.id,
        term: it.term,
        aliases: it.aliases,
        text: it.text,
        basis: basisOf(it),
        verifyIn: it.verify_in,
      }))
      .sort(byId),
  }
}
