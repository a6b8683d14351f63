import type { CitedLedger } from './ledger'
import type { HistoryId } from './types'

/** An article belongs to a history with this share of the events it cites: nearly every one touches 党史 somewhere. */
const SHARE = 0.5

/** Whether `of` events of a history, among all that an article cites, make the article one of that history. */
export const makesHistory = (of: number, cited: number) => of > 0 && of >= cited * SHARE

/** Whether at least half of the events that an article cites belong to one of the four histories (四史). */
export function isOfHistory(article: { id: string }, ledger: CitedLedger, history: HistoryId): boolean {
  const events = (ledger.citations[article.id]?.events ?? [])
    .map(at => ledger.events[at])
    .filter(it => it !== undefined)
  return makesHistory(events.filter(it => it.histories.indexOf(history) >= 0).length, events.length)
}
