import type { CitedLedger } from './ledger'
import type { HistoryId } from './types'

/** An article belongs to a history with this share of the events it cites: nearly every one touches 党史 somewhere. */
const SHARE = 0.5

/** Whether at least half of the events that an article cites belong to one of the four histories (四史). */
export function isOfHistory(article: { id: string }, ledger: CitedLedger, history: HistoryId): boolean {
  const events = (ledger.citations[article.id]?.events ?? [])
    .map(at => ledger.events[at])
    .filter(it => it !== undefined)
  const count = events.filter(it => it.histories.indexOf(history) >= 0).length
  return count > 0 && count >= events.length * SHARE
}
