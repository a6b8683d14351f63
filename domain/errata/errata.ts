import type { FuzzyDate } from '../catalog/types'

/** What an answer key can be; see `Question` of the feed. */
export type AnswerKey = string | boolean | string[] | string[][]

/** Words that are wrong and the words that take their place, wherever they stand in the item. */
export interface Replacement {
  was: string
  now: string
}

/** What is to change in one item after publication. Either it is hidden, or something of it is amended. */
export interface Correction {
  /** `a-0001`, `e-0001`, `q-00001`, an event's, person's or term's id, or `MM-DD` for a day. */
  id: string
  /** The day on which the correction was made, `YYYY-MM-DD`. */
  on: string
  /** What was wrong, in one sentence for members. */
  note: string
  /** Takes an article, an episode or a question out of every list. */
  hide?: true
  texts?: Replacement[]
  /** Of an article, an episode or an event. */
  date?: FuzzyDate
  /** Of a question. */
  answer?: AnswerKey
  /** The article that a hidden question rests on, so that its count of questions stays true. */
  article?: string
}

/** Everything that has been corrected since publication: each issue holds all of it, and the latest counts. */
export interface Errata {
  /** Rises with every issue; 0 says that none has been made yet. */
  number: number
  /** Day of the issue, `YYYY-MM-DD`. */
  on: string
  items: Correction[]
}

/** Why an item is not there any more; undefined when it has not been hidden. */
export function hiddenBy(errata: Errata | undefined, id: string): Correction | undefined {
  return errata?.items.find(it => it.id === id && it.hide)
}

/** Corrections of articles and episodes that this catalog does not have: they change nothing here. */
export function strangers(errata: Errata, known: ReadonlySet<string>): string[] {
  return errata.items.map(it => it.id).filter(id => /^[ae]-/.test(id) && !known.has(id))
}
