import type { Question, ShelfId } from '@domain/catalog/types'
import { DIFFICULTY_NAMES } from '@domain/quiz/paper'
import { articlesOfSeries, filterQuestions, type PracticeFilter } from '@domain/quiz/select'
import { readAllQuestions, readCatalog, readPeople } from '@/feed/feed'

export type PoolKind = 'shelf' | 'series' | 'person' | 'difficulty'

/** Questions that belong together: a shelf, a series' articles, a person, a difficulty. */
export interface Pool {
  /** Part of the names of its sets, for ever: `shelf:reform`. */
  name: string
  title: string
  questions: Question[]
}

/** A person with fewer questions is no pool of their own. */
const LEAST = 5

/** Every pool of one kind, over the whole feed. */
export async function poolsOf(kind: PoolKind): Promise<Pool[]> {
  const [catalog, all] = await Promise.all([readCatalog(), readAllQuestions()])
  const pool = (id: string, title: string, filter: PracticeFilter): Pool => ({
    name: `${kind}:${id}`,
    title,
    questions: filterQuestions(all, filter),
  })
  switch (kind) {
    case 'shelf':
      return catalog.shelves.map(({ id, title }) => pool(id, title, { shelf: id }))
    case 'series':
      return catalog.series.map(({ id, title }) =>
        pool(id, title, { articles: articlesOfSeries(catalog.episodes, id) }),
      )
    case 'difficulty':
      return ([1, 2, 3] as const).map(it => pool(String(it), DIFFICULTY_NAMES[it], { difficulty: it }))
    case 'person': {
      const { people } = await readPeople()
      const counts = new Map<string, number>()
      for (const question of all) for (const id of question.people) counts.set(id, (counts.get(id) ?? 0) + 1)
      return people
        .filter(person => (counts.get(person.id) ?? 0) >= LEAST)
        .sort((a, b) => counts.get(b.id)! - counts.get(a.id)!)
        .map(({ id, name }) => pool(id, name, { person: id }))
    }
  }
}

/** The pool that an address names; an address from before the chooser names a shelf alone. */
export async function poolOf(params: Partial<Record<string, string>>): Promise<Pool> {
  const kind = (params.by ?? 'shelf') as PoolKind
  const id = params.by ? params.id : (params.shelf as ShelfId)
  const pools = await poolsOf(kind)
  return pools.find(it => it.name === `${kind}:${id}`) ?? { name: `${kind}:${id}`, title: '专项练习', questions: [] }
}
