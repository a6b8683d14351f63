import type { EventSource } from '../schema/event'
import type { PersonSource } from '../schema/person'
import type { ArticleFront } from '../schema/article'
import type { SourceSource } from '../schema/source'
import type { At } from '../problem'
import type { Corpus, Sourced, Texted, WithheldItem, WithheldKind } from './corpus'
import { comparable } from '../text/comparable'

/** Ids resolved to items, made once and handed to every check. The first holder of a repeated id counts; the repetition is its own error. */
export interface LedgerIndex {
  events: ReadonlyMap<string, Sourced<EventSource>>
  people: ReadonlyMap<string, Sourced<PersonSource>>
  articles: ReadonlyMap<string, Texted<ArticleFront>>
  episodes: ReadonlySet<string>
  questions: ReadonlySet<string>
  /** Titles of works by id. */
  works: ReadonlyMap<string, string>
  sources: ReadonlyMap<string, Sourced<SourceSource>>
  /** By kind and id: `article a-0001`. */
  withheld: ReadonlyMap<string, WithheldItem>
  /** Comparable name → the other comparable names of the same event or person. */
  otherNames: ReadonlyMap<string, readonly string[]>
  /** Ids that exist but could not be read, with their places; naming one is not an error, what leans on one waits. */
  broken: ReadonlyMap<string, At>
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
    works: new Map(corpus.works.map(({ value }) => [value.id, value.title])),
    sources: index(corpus.sources),
    withheld: new Map(corpus.withheld.map(item => [`${item.kind} ${item.value.id}`, item])),
    otherNames: otherNames([
      ...corpus.events.map(({ value }) => [value.title, ...value.aliases]),
      ...corpus.people.map(({ value }) => [value.name, ...value.aliases]),
    ]),
    broken: corpus.broken,
  }
}

/** Says that an id waits in `content/withheld`, and why; undefined when it does not. */
export function withheldNote(index: LedgerIndex, kind: WithheldKind, id: string): string | undefined {
  const item = index.withheld.get(`${kind} ${id}`)
  return item && `已经撤到 ${item.at.file}（${item.reason}）`
}
