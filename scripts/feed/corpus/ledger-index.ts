import type { EventSource } from '../schema/event'
import type { PersonSource } from '../schema/person'
import type { ArticleFront } from '../schema/article'
import type { Corpus, Sourced, Texted } from './corpus'
import { comparable } from '../text/comparable'

/** Ids resolved to items, made once and handed to every check. The first holder of a repeated id counts; the repetition is its own error. */
export interface LedgerIndex {
  events: ReadonlyMap<string, Sourced<EventSource>>
  people: ReadonlyMap<string, Sourced<PersonSource>>
  articles: ReadonlyMap<string, Texted<ArticleFront>>
  episodes: ReadonlySet<string>
  questions: ReadonlySet<string>
  /** Titles by id. */
  sources: ReadonlyMap<string, string>
  /** Comparable name → the other comparable names of the same event or person. */
  otherNames: ReadonlyMap<string, readonly string[]>
  /** Ids that exist but could not be read; naming one is not an error. */
  broken: ReadonlySet<string>
}

function index<T extends Sourced<{ id: string }>>(items: readonly T[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of items) if (!map.has(item.value.id)) map.set(item.value.id, item)
  return map
}

function otherNames(groups: readonly string[][]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const group of groups) {
    const known = group.map(comparable)
    for (const name of known)
      names.set(name, [...(names.get(name) ?? []), ...known.filter(other => other.length >= 2 && other !== name)])
  }
  return names
}

/** Builds the index of a corpus. */
export function indexLedger(corpus: Corpus): LedgerIndex {
  return {
    events: index(corpus.events),
    people: index(corpus.people),
    articles: index(corpus.articles),
    episodes: new Set(corpus.episodes.map(item => item.value.id)),
    questions: new Set(corpus.questions.map(item => item.value.id)),
    sources: new Map(corpus.sources.map(({ value }) => [value.id, value.title])),
    otherNames: otherNames([
      ...corpus.events.map(({ value }) => [value.title, ...value.aliases]),
      ...corpus.people.map(({ value }) => [value.name, ...value.aliases]),
    ]),
    broken: corpus.broken,
  }
}
