import type { Corrected, FuzzyDate, HistoryId, PeriodId } from './types'

/**
 * The ledger: `ledger.json`, `terms.json` and `events-<period>.json` together (./packed-events.ts). What articles cite of it is a file of its
 * own, so that a new article does not change this one; so is what its entries stand on (./opened-sources.ts).
 */
export interface Ledger {
  /** By period, then date, then id. */
  events: LedgerEvent[]
  /** By id. */
  people: LedgerPerson[]
  /** Books in which a reader can check. */
  works: { id: string; title: string; note?: string }[]
  glossary: LedgerTerm[]
}

export interface LedgerTerm {
  id: string
  term: string
  aliases: string[]
  text: string
  basis: string
  verifyIn: string[]
  corrected?: Corrected
}

/** `citations.json`: by article, positions in the ledger's `events` and `people` of what it cites. Of one version with the ledger. */
export type Citations = Record<string, { events: number[]; people: number[] }>
/** The ledger with what cites it; asked through ./citing.ts. */
export interface CitedLedger extends Ledger {
  citations: Citations
}

export interface LedgerEvent {
  id: string
  title: string
  date: FuzzyDate
  end?: FuzzyDate
  circa?: true
  place?: string
  people: string[]
  figures: { what: string; value: string }[]
  aliases: string[]
  names: string[]
  summary: string
  period: PeriodId
  histories: HistoryId[]
  /** `recalled`, `sources`, or in older words what was opened and the day. */
  basis: string
  verifyIn: string[]
  corrected?: Corrected
}
export interface LedgerPerson {
  id: string
  name: string
  born?: FuzzyDate
  died?: FuzzyDate
  native?: string
  aliases: string[]
  offices: { title: string; from: FuzzyDate; to?: FuzzyDate }[]
  summary: string
  basis: string
  verifyIn: string[]
  corrected?: Corrected
}
