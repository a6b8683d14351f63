import type { Notebook } from '../review/due'
import { note, replay } from '../review/notebook'
import type { ReviewCard } from '../review/card'
import { type Day, addDays } from '../time/day'
import { cover, type Coverage } from './coverage'
import type { AnswerEvent, MemberEvent } from './events'
import { foldAll } from './fold'
import { emptyDay, isArticle, type ProgressState } from './state'
import type { MemberDay, MemberItem } from './summaries'

/** What one phone knows of its member: the summaries of everything, and the acts since `since`, of which none is missing. */
export interface Past {
  progress: ProgressState
  notebook: Notebook
  log: readonly MemberEvent[]
  since: Day
}

/**
 * The summaries of two phones of one member together. Acts that both have count once. Of a time before the logs there are
 * only sums: each is the larger of the two, so nothing doubles that came from one phone to the other earlier; what was done
 * then on both apart is told too small rather than too large. Joining the same again changes nothing.
 */
export function mergePasts(a: Past, b: Past): Omit<Past, 'log' | 'since'> {
  const [freshA, freshB] = [unknownActs(a, b.log), unknownActs(b, a.log)]
  return {
    progress: larger(folded(a, freshA), folded(b, freshB)),
    notebook: mergeNotebooks(a, b, answersOf(freshA), answersOf(freshB)),
  }
}

/** The acts of `other` that `own` has not, as far as its log tells. */
export function unknownActs(own: Pick<Past, 'log' | 'since'>, other: readonly MemberEvent[]): MemberEvent[] {
  const known = new Set(own.log.map(it => it.id))
  return other.filter(it => it.day >= own.since && !known.has(it.id))
}

const folded = ({ progress }: Past, fresh: readonly MemberEvent[]): ProgressState =>
  foldAll({ ...progress, seen: {} }, fresh)

/** In their order. */
const answersOf = (events: readonly MemberEvent[]) =>
  events.filter((it): it is AnswerEvent => it.kind === 'answer').sort((x, y) => x.at - y.at)

function larger(a: ProgressState, b: ProgressState): ProgressState {
  const items = both(a.items, b.items, mergeItems)
  return {
    items,
    days: settled(both(a.days, b.days, mergeDays), items),
    sets: both(a.sets, b.sets, (x, y) => {
      if (x.at !== y.at) return x.at < y.at ? x : y
      return { ...x, correct: Math.max(x.correct ?? 0, y.correct ?? 0) }
    }),
    tally: both(a.tally, b.tally, (x, y) => ({
      answered: Math.max(x.answered, y.answered),
      correct: Math.max(x.correct, y.correct),
    })) as ProgressState['tally'],
    bests: both(a.bests as Record<string, number>, b.bests as Record<string, number>, Math.max),
    favourites: both(a.favourites, b.favourites, (x, y) => (x.at > y.at || (x.at === y.at && x.on) ? x : y)),
    recent: recentOf(both(a.recent, b.recent, union)),
    seen: {},
  }
}

function both<T>(a: Record<string, T>, b: Record<string, T>, of: (x: T, y: T) => T): Record<string, T> {
  const out = { ...a }
  for (const [key, y] of Object.entries(b)) {
    const x = a[key]
    out[key] = x === undefined ? y : of(x, y)
  }
  return out
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort()

/** As `fold` keeps it: the last day with answers and the day before it. */
function recentOf(days: Record<string, string[]>): Record<string, string[]> {
  const latest = Object.keys(days).sort().pop()
  return Object.fromEntries(Object.entries(days).filter(([day]) => latest && day >= addDays(latest, -1)))
}

type Position = NonNullable<MemberItem['position']>
const isLater = (a: Position, b: Position) => a.at > b.at || (a.at === b.at && a.second > b.second)

function mergeItems(a: MemberItem, b: MemberItem): MemberItem {
  const later = [a.position, b.position].reduce((x, y) => (!x || (y && isLater(y, x)) ? y : x))
  const covered = (b.covered ?? []).reduce<Coverage>((all, [from, to]) => cover(all, from, to), a.covered ?? [])
  const first = finishOf(a, b)
  return {
    item: a.item,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
    seconds: Math.max(a.seconds, b.seconds),
    reached: Math.max(a.reached, b.reached),
    ...(later && { position: later }),
    ...((a.covered ?? b.covered) && { covered }),
    ...first,
  }
}

function finishOf(a: MemberItem, b: MemberItem): Pick<MemberItem, 'finishedAt' | 'finishedDay'> {
  const known = [a, b].filter(it => it.finishedAt !== undefined)
  const first = known.sort((x, y) => x.finishedAt! - y.finishedAt!)[0]
  return first ? { finishedAt: first.finishedAt, finishedDay: first.finishedDay } : {}
}

type Counter = Exclude<keyof MemberDay, 'day' | 'items' | 'elsewhere'>
const countersOf = (day: MemberDay) =>
  Object.keys(emptyDay(day.day)).filter((key): key is Counter => key !== 'day' && key !== 'items')

function mergeDays(a: MemberDay, b: MemberDay): MemberDay {
  const next = { ...emptyDay(a.day), items: union(a.items, b.items) }
  for (const key of countersOf(a)) next[key] = Math.max(a[key], b[key])
  return a.elsewhere || b.elsewhere ? { ...next, elsewhere: true } : next
}

/** An item counts on the day on which it was first finished, on whichever phone; a day on which nothing is left goes. */
function settled(days: Record<string, MemberDay>, items: Record<string, MemberItem>): Record<string, MemberDay> {
  const all = Object.values(days).map((it): MemberDay => {
    const own = it.items.filter(id => (items[id]?.finishedDay ?? it.day) === it.day)
    const articles = own.filter(isArticle).length
    return { ...it, items: own, new_articles: articles, new_episodes: own.length - articles }
  })
  const told = all.filter(it => it.elsewhere || it.items.length > 0 || countersOf(it).some(key => it[key] > 0))
  return Object.fromEntries(told.map(it => [it.day, it]))
}

/** @param freshA answers that `a` has not, `freshB` that `b` has not */
function mergeNotebooks(a: Past, b: Past, freshA: readonly AnswerEvent[], freshB: readonly AnswerEvent[]): Notebook {
  const [ownA, ownB, together] = [replay(a.log), replay(b.log), replay([...a.log, ...b.log])]
  const questions = Object.keys({ ...a.notebook, ...b.notebook, ...together })
  const out: Notebook = {}
  for (const q of questions) {
    // Where the logs hold every answer the card stands on, it is made of all of them in their order.
    const whole = isSame(ownA[q], a.notebook[q]) && isSame(ownB[q], b.notebook[q])
    const card = whole ? together[q] : riper(goneOn(a.notebook[q], q, freshA), goneOn(b.notebook[q], q, freshB))
    if (card) out[q] = card
  }
  return out
}

const isSame = (a: ReviewCard | undefined, b: ReviewCard | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** The card after the answers that came later than its last. */
function goneOn(
  card: ReviewCard | undefined,
  question: string,
  answers: readonly AnswerEvent[],
): ReviewCard | undefined {
  const later = answers.filter(it => it.answer.question === question && (!card || it.day > card.last))
  return later.reduce(note, card ? { [question]: card } : ({} as Notebook))[question]
}

/** Of two histories of one card that cannot be put into one order: the one that goes further. */
function riper(a: ReviewCard | undefined, b: ReviewCard | undefined): ReviewCard | undefined {
  if (!a || !b) return a ?? b
  if (a.last !== b.last) return a.last > b.last ? a : b
  if (a.reps !== b.reps) return a.reps > b.reps ? a : b
  if (a.due !== b.due) return a.due < b.due ? a : b
  // Whichever phone asks, the same card wins.
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}
