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

/**
 * The day's questions: due reviews first, then the schedule's, then one shelf after another in seeded order. Fewer than
 * `size` when the pool has no more.
 */
export function selectDaily(pool: readonly Question[], request: DailyRequest): Question[] {
  const { seed, due, yesterday, planned = [], size = 5 } = request
  const random = seeded(`daily:${seed}`)
  const known = new Map(pool.map(q => [q.id, q]))
  const stale = new Set(yesterday)
  const chosen = new Map<string, Question>()
  const add = (id: string) => {
    const question = known.get(id)
    if (question && chosen.size < size) chosen.set(id, question)
  }
  due.forEach(add)
  planned.filter(id => !stale.has(id)).forEach(add)

  const shelves = new Map<ShelfId, Question[]>()
  for (const q of shuffle(sorted(pool), random)) {
    if (stale.has(q.id) || chosen.has(q.id)) continue
    shelves.set(q.shelf, [...(shelves.get(q.shelf) ?? []), q])
  }
  // Shelves not yet in the paper come first, so that five questions mix as many as there are.
  const used = new Set([...chosen.values()].map(q => q.shelf))
  const order = shuffle([...shelves.keys()].sort(), random).sort((a, b) => Number(used.has(a)) - Number(used.has(b)))
  for (let round = 0; chosen.size < size && order.some(s => shelves.get(s)!.length > round); round++) {
    for (const shelf of order) {
      const question = shelves.get(shelf)![round]
      if (question) add(question.id)
    }
  }
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
