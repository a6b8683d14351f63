import type { LedgerEvent } from '@domain/feed/types'

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

/** Where a decade begins in the list; the end of the list when nothing happened since. */
export function startOf(events: LedgerEvent[], decade: number): number {
  const at = events.findIndex(it => Number(it.date.slice(0, 4)) >= decade)
  return at < 0 ? events.length : at
}

/** The part of a date below its year, under a numeral that says the year: 1月15日. */
export function dayInYear(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return month ? `${month}月${day ? `${day}日` : ''}` : ''
}
