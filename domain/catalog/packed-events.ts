import type { Ledger, LedgerEvent } from './ledger'
import type { HistoryId, PeriodId } from './types'

const LISTS = ['people', 'figures', 'aliases', 'names', 'verifyIn'] as const
const USUAL: HistoryId[] = ['party']

/** An event without what most events have: empty lists, the history of the Party alone, and the period, which is its file's. */
export type PackedEvent = Omit<LedgerEvent, (typeof LISTS)[number] | 'period' | 'histories'> &
  Partial<Pick<LedgerEvent, (typeof LISTS)[number] | 'histories'>>

/** `events-<period>.json`: the ledger's events that begin in a period, by date. */
export interface EventsVolume {
  period: PeriodId
  events: PackedEvent[]
}

/** `ledger.json`: people and the books to check in. */
export type LedgerFile = Pick<Ledger, 'people' | 'works'>

/** `terms.json`: the terms, which are nearly twice what the people are. */
export type TermsFile = Pick<Ledger, 'glossary'>

/** What is of no period, from both files. */
export type LedgerBase = LedgerFile & TermsFile

/** Short form for the file; {@link unpackEvents} gives the same events back. */
export function packEvents(period: PeriodId, events: readonly LedgerEvent[]): EventsVolume {
  return {
    period,
    events: events.map(({ period: _its, histories, ...event }) => {
      const packed: PackedEvent = { ...event, ...(histories.join() === USUAL.join() ? {} : { histories }) }
      for (const list of LISTS) if (event[list].length === 0) delete packed[list]
      return packed
    }),
  }
}

/** Reads a file of events. Expects what `npm run feed` wrote. */
export function unpackEvents({ period, events }: EventsVolume): LedgerEvent[] {
  return events.map(event => ({
    people: [],
    figures: [],
    aliases: [],
    names: [],
    verifyIn: [],
    histories: USUAL,
    ...event,
    period,
  }))
}

/** The whole ledger from its files, which come in the order of the periods. */
export function joinLedger(base: LedgerBase, volumes: readonly EventsVolume[]): Ledger {
  return { ...base, events: volumes.reduce<LedgerEvent[]>((all, volume) => all.concat(unpackEvents(volume)), []) }
}
