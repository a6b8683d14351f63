import type { Question, ShelfId } from '../catalog/types'
import { pick, seeded, shuffle } from './random'

const byId = (a: Question, b: Question) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A pool in one order, whatever order volumes were read in: the start of every selection. */
export function sorted(pool: readonly Question[]): Question[] {
  return pool.slice().sort(byId)
}

export interface DailyRequest {
  seed: string
  /** Question ids due for review, most urgent first. */
  due: readonly string[]
  /** Question ids answered yesterday; none of them comes again, but for due reviews. */
  yesterday: readonly string[]
  /** The schedule's questions for the day, taken after due reviews. */
  planned?: readonly string[]
  size?: number
}

/** So many of the day's questions come from one shelf, as long as other shelves have any. */
const DAILY_OF_A_SHELF = 2

/**
 * The day's questions, mixed over the shelves: due reviews, then the schedule's, then shelves that have none yet in seeded
 * order; of one shelf two at most. Only when the others have no more does a shelf give a third. Fewer than `size` when the
 * pool has no more.
 */
export function selectDaily(pool: readonly Question[], request: DailyRequest): Question[] {
  const { seed, due, yesterday, planned = [], size = 5 } = request
  const random = seeded(`daily:${seed}`)
  const known = new Map(pool.map(q => [q.id, q]))
  const stale = new Set(yesterday)
  const chosen = new Map<string, Question>()
  const count = (shelf: ShelfId) => [...chosen.values()].filter(q => q.shelf === shelf).length
  const add = (id: string, most: number) => {
    const question = known.get(id)
    if (question && chosen.size < size && count(question.shelf) < most) chosen.set(id, question)
  }
  const first = [...due, ...planned.filter(id => !stale.has(id))]
  first.forEach(id => add(id, DAILY_OF_A_SHELF))
  const rest = shuffle(sorted(pool), random).filter(q => !stale.has(q.id))
  for (let most = 1; most <= DAILY_OF_A_SHELF; most++) rest.forEach(q => add(q.id, most))
  for (const id of [...first, ...rest.map(q => q.id)]) add(id, size)
  return [...chosen.values()]
}

export interface PracticeFilter {
  shelf?: ShelfId
  /** Article ids, for a series or a person's own articles: {@link articlesOfSeries}. */
  articles?: readonly string[]
  /** A person id that the question names. */
  person?: string
  difficulty?: 1 | 2 | 3
}

/** The questions that a filter lets through, by id. */
export function filterQuestions(pool: readonly Question[], filter: PracticeFilter): Question[] {
  const articles = filter.articles && new Set(filter.articles)
  return sorted(pool).filter(
    q =>
      (!filter.shelf || q.shelf === filter.shelf) &&
      (!filter.difficulty || q.difficulty === filter.difficulty) &&
      (!filter.person || q.people.indexOf(filter.person) >= 0) &&
      (!articles || articles.has(q.evidence.article)),
  )
}

/** The articles that a series' episodes tell. */
export function articlesOfSeries(
  episodes: readonly { series: string; articles: readonly string[] }[],
  series: string,
): string[] {
  const own = episodes.filter(e => e.series === series).map(e => e.articles)
  return [...new Set(([] as string[]).concat(...own))].sort()
}

export interface PracticeSet {
  /** Names the set for ever; handed in twice it scores once. */
  id: string
  /** From 1. */
  number: number
  questions: Question[]
}

/**
 * Cuts a filtered pool into fixed sets of `size` by id; new questions have higher ids and extend the end. `name` says
 * what the pool is, for example `shelf:reform`.
 */
export function practiceSets(pool: readonly Question[], name: string, size: 5 | 10): PracticeSet[] {
  const all = sorted(pool)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => ({
    id: `practice:${name}:${size}:${i + 1}`,
    number: i + 1,
    questions: all.slice(i * size, (i + 1) * size),
  }))
}

/** A hundred questions in seeded order for 挑战: few get so far, and a session must stay small enough to save at each step. */
export function selectChallenge(pool: readonly Question[], seed: string, size = 100): Question[] {
  return pick(sorted(pool), size, seeded(`challenge:${seed}`))
}

/** The ten questions that a friend code stands for. */
export function selectFriend(pool: readonly Question[], seed: string): Question[] {
  return pick(sorted(pool), 10, seeded(`friend:${seed}`))
}

/** The due questions of the notebook, in its order. */
export function selectReview(pool: readonly Question[], due: readonly string[], size = 10): Question[] {
  const known = new Map(pool.map(q => [q.id, q]))
  return due.flatMap(id => known.get(id) ?? []).slice(0, size)
}
