import type { FinishEvent, MemberEvent, PlayEvent, ReadEvent, SetEvent } from './events'
import type { MemberDay, MemberItem } from './summaries'
import { addDays } from '../time/day'
import { cover } from './coverage'
import { type ProgressState, emptyDay, isArticle } from './state'

/**
 * Folds one event into the summaries and returns the new ones; `state` and whatever did not change stay as they were.
 * An event seen before changes nothing. The order of events does not matter: any permutation with any repeats gives the
 * same summaries, because a first time is the earliest by `at`, not by arrival.
 */
export function fold(state: ProgressState, event: MemberEvent): ProgressState {
  return foldAll(state, [event])
}

/** {@link fold} over many events with one copy: linear in their number. */
export function foldAll(state: ProgressState, events: readonly MemberEvent[]): ProgressState {
  const draft = new Draft(state)
  for (const event of events) draft.add(event)
  return draft.state
}

const earlier = (a: { at: number; day: string }, b: { at: number; day: string }) =>
  a.at < b.at || (a.at === b.at && a.day < b.day)

type Counter = Exclude<keyof MemberDay, 'day' | 'items' | 'elsewhere'>

class Draft {
  readonly state: ProgressState
  constructor(state: ProgressState) {
    const { items, days, sets, tally, bests, favourites, recent, seen } = state
    this.state = {
      items: { ...items },
      days: { ...days },
      sets: { ...sets },
      tally: { ...tally },
      bests: { ...bests },
      favourites: { ...favourites },
      recent: { ...recent },
      seen: { ...seen },
    }
  }

  add(event: MemberEvent): void {
    const { seen } = this.state
    if (seen[event.id]) return
    seen[event.id] = 1
    switch (event.kind) {
      case 'read':
        return this.read(event)
      case 'listen':
      case 'watch':
        return this.play(event)
      case 'finish':
        return this.finish(event)
      case 'set':
        return this.handIn(event)
      case 'answer': {
        const { shelf, correct, question } = event.answer
        this.recall(event.day, question)
        const right = correct ? 1 : 0
        this.count(event.day, { answers: 1, correct_answers: right, reviews: event.mode === 'review' ? 1 : 0 })
        const t = this.state.tally[shelf]
        this.state.tally[shelf] = { answered: t.answered + 1, correct: t.correct + right }
        return
      }
      case 'favourite': {
        const { item, on, at } = event
        const known = this.state.favourites[item]
        if (!known || at > known.at || (at === known.at && on)) this.state.favourites[item] = { on, at }
      }
    }
  }

  /** Adds to a day's counters. A day on which nothing is left is taken out, as if it had never been opened. */
  private count(day: string, by: Partial<Record<Counter, number>>, items?: (known: string[]) => string[]): void {
    const next = { ...(this.state.days[day] ?? emptyDay(day)) }
    const keys = Object.keys(next).filter(
      (key): key is Counter => key !== 'day' && key !== 'items' && key !== 'elsewhere',
    )
    // Below zero only when the caller folds into a part of the state that lacks this day.
    for (const key of keys) next[key] = Math.max(0, next[key] + (by[key] ?? 0))
    if (items) next.items = items(next.items)
    if (!next.elsewhere && next.items.length === 0 && keys.every(key => next[key] === 0)) delete this.state.days[day]
    else this.state.days[day] = next
  }

  private touch(item: string, at: number, change: (known: MemberItem) => Partial<MemberItem>): void {
    const known = this.state.items[item] ?? { item, firstAt: at, lastAt: at, seconds: 0, reached: 0 }
    const firstAt = Math.min(known.firstAt, at)
    const lastAt = Math.max(known.lastAt, at)
    this.state.items[item] = { ...known, firstAt, lastAt, ...change(known) }
  }

  private read({ item, at, day, seconds, reached }: ReadEvent): void {
    this.count(day, { read_seconds: seconds })
    this.touch(item, at, i => ({ seconds: i.seconds + seconds, reached: Math.max(i.reached, reached) }))
  }

  private play({ kind, item, at, day, seconds, from, position: second }: PlayEvent): void {
    this.count(day, kind === 'listen' ? { listen_seconds: seconds } : { watch_seconds: seconds })
    this.touch(item, at, i => {
      const was = i.position
      const later = !was || at > was.at || (at === was.at && second > was.second)
      return {
        seconds: i.seconds + seconds,
        reached: Math.max(i.reached, second),
        position: later ? { second, at } : was,
        covered: cover(i.covered ?? [], from, second),
      }
    })
  }

  /** An earlier finish that arrives later takes the count over to its own day. */
  private finish({ item, at, day }: FinishEvent): void {
    const known = this.state.items[item]
    const counter = isArticle(item) ? 'new_articles' : 'new_episodes'
    const was = known?.finishedAt === undefined ? undefined : { at: known.finishedAt, day: known.finishedDay! }
    if (was && !earlier({ at, day }, was)) return this.touch(item, at, () => ({}))
    if (was) this.count(was.day, { [counter]: -1 }, items => items.filter(i => i !== item))
    this.count(day, { [counter]: 1 }, items => [...items, item].sort())
    this.touch(item, at, () => ({ finishedAt: at, finishedDay: day }))
  }

  private recall(day: string, question: string): void {
    const { recent } = this.state
    recent[day] = [...(recent[day] ?? []).filter(id => id !== question), question].sort()
    const latest = Object.keys(recent).reduce((a, b) => (a > b ? a : b))
    for (const old of Object.keys(recent)) if (old < addDays(latest, -1)) delete recent[old]
  }

  private handIn({ mode, set, at, day, correct, untimed }: SetEvent): void {
    if (!untimed) this.state.bests[mode] = Math.max(this.state.bests[mode] ?? 0, correct)
    if (set === undefined) return
    const was = this.state.sets[set]
    if (was?.at === at && was.day === day) {
      // Whichever of the two arrives first, the better one stays.
      this.state.sets[set] = { at, day, correct: Math.max(correct, was.correct ?? 0) }
      return
    }
    if (was && !earlier({ at, day }, was)) return
    if (was) this.count(was.day, { new_sets: -1 })
    this.count(day, { new_sets: 1 })
    this.state.sets[set] = { at, day, correct }
  }
}
