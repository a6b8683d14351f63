import type { LedgerEvent } from '@domain/catalog/ledger'

export const ALL = 'all'

/** Events of a period and of one of the four histories, oldest first as the ledger has them. */
export function eventsOf(events: LedgerEvent[], period: string, history: string): LedgerEvent[] {
  return events.filter(
    it => (period === ALL || it.period === period) && (history === ALL || it.histories.some(one => one === history)),
  )
}

/** The decades in which something happened: 1930. */
export function decadesOf(events: LedgerEvent[]): number[] {
  return [...new Set(events.map(it => Math.floor(Number(it.date.slice(0, 4)) / 10) * 10))]
}

/** The years of a decade in which something happened. */
export function yearsOf(events: LedgerEvent[], decade: number): number[] {
  const years = events.map(it => Number(it.date.slice(0, 4)))
  return [...new Set(years)].filter(year => year >= decade && year < decade + 10)
}

/** Where a year begins in the list; the last event when nothing happened since, so that the list is not empty. */
export function startOf(events: LedgerEvent[], year: number): number {
  const at = events.findIndex(it => Number(it.date.slice(0, 4)) >= year)
  return at < 0 ? Math.max(0, events.length - 1) : at
}

/** The part of a date below its year, under a numeral that says the year: 1月15日. */
export function dayInYear(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return month ? `${month}月${day ? `${day}日` : ''}` : ''
}
