import type { QuizMode } from './events'
import type { MemberDay, MemberItem, ShelfTally } from './summaries'

/** The summaries that events fold into. Plain JSON. */
export interface ProgressState {
  items: Record<string, MemberItem>
  days: Record<string, MemberDay>
  /** Fixed sets by name: when they were first handed in, and how many were right then; sets of older records do not say. */
  sets: Record<string, { at: number; day: string; correct?: number }>
  tally: ShelfTally
  /** Most right answers in one quiz session, by mode. */
  bests: Partial<Record<QuizMode, number>>
  /** The last word on each favourite. */
  favourites: Record<string, { on: boolean; at: number }>
  /** Questions answered on the last day with answers and the day before it, by day: the daily five avoid yesterday's. */
  recent: Record<string, string[]>
  /** Ids of folded events, so that none counts twice. */
  seen: Record<string, 1>
}

/** A day on which nothing has happened yet. */
export function emptyDay(day: string): MemberDay {
  return {
    day,
    read_seconds: 0,
    listen_seconds: 0,
    watch_seconds: 0,
    new_articles: 0,
    new_episodes: 0,
    answers: 0,
    correct_answers: 0,
    new_sets: 0,
    reviews: 0,
    items: [],
  }
}

/** What a member starts with. */
export function emptyProgress(): ProgressState {
  const none = () => ({ answered: 0, correct: 0 })
  const tally: ShelfTally = {
    'new-democratic': none(),
    construction: none(),
    reform: none(),
    'new-era': none(),
    people: none(),
    local: none(),
  }
  return { items: {}, days: {}, sets: {}, tally, bests: {}, favourites: {}, recent: {}, seen: {} }
}

/** Whether an item id names an article (`a-0123`) rather than an episode (`e-0123`). */
export function isArticle(item: string): boolean {
  return item.startsWith('a-')
}
