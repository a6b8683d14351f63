import { formatFuzzyDate } from '../time/fuzzy-date'
import type { LedgerEvent } from './ledger'

/** An event's date in words: to its end, without what both dates share (1935年1月15日至17日), and whether it is only about then. */
export function eventDate({ date, end, circa }: Pick<LedgerEvent, 'date' | 'end' | 'circa'>): string {
  return formatFuzzyDate(date) + (end ? `至${endWords(date, end)}` : '') + (circa ? '（约）' : '')
}

/** The end as it is said after the beginning; whole where the two are not told as exactly. */
function endWords(date: string, end: string): string {
  const [from, to] = [date.split('-'), end.split('-')]
  const whole = formatFuzzyDate(end)
  if (from.length !== to.length || from[0] !== to[0]) return whole
  const shared = to.length === 3 && from[1] === to[1] ? 2 : 1
  return shared < to.length ? whole.slice(formatFuzzyDate(to.slice(0, shared).join('-')).length) : whole
}
