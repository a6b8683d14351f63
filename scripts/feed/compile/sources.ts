import type { OpenedSource, SourcesVolume, SourceUse } from '../../../domain/catalog/opened-sources'
import {
  dayEntryId,
  daysVolume,
  eventsVolume,
  LEDGER_FILE,
  sourcesOf,
  TERMS_FILE,
} from '../../../domain/catalog/volume-names'
import type { Corpus, TextDoc } from '../corpus/corpus'
import type { SourceUse as Use } from '../schema/fields'
import type { ShelvesSource } from '../schema/shelves'
import { periodOf } from './ledger'
import { openedSource } from './provenance'
import { shownAddress } from './shown-address'

/**
 * By file, what its items stand on. `volumeOf` names the volume of a text. Only files in which something has sources are
 * made, so that an item without any changes none of them.
 */
export function compileUses(
  corpus: Corpus,
  { periods }: ShelvesSource,
  volumeOf: ReadonlyMap<string, string>,
): Map<string, SourcesVolume> {
  const files = new Map<string, [id: string, uses: SourceUse[]][]>()
  const put = (file: string, id: string, uses: SourceUse[]) => {
    if (uses.length === 0) return
    const name = sourcesOf(file, id)
    files.set(name, [...(files.get(name) ?? []), [id, uses]])
  }
  for (const { value } of corpus.events)
    put(eventsVolume(periodOf(value, periods)), value.id, (value.sources ?? []).map(useOf))
  for (const { value } of corpus.people) put(LEDGER_FILE, value.id, (value.sources ?? []).map(useOf))
  for (const { value } of corpus.glossary) put(TERMS_FILE, value.id, (value.sources ?? []).map(useOf))
  for (const { value } of corpus.days)
    for (const { year, sources = [] } of value.entries)
      put(daysVolume(Number(value.day.slice(0, 2))), dayEntryId(value.day, year), sources.map(useOf))
  for (const { value, doc } of [...corpus.articles, ...corpus.episodes])
    put(volumeOf.get(value.id)!, value.id, footnotesOf(doc))
  return new Map([...files].map(([name, entries]) => [name, volumeOfUses(corpus, entries)]))
}

function volumeOfUses({ sources }: Corpus, entries: [id: string, uses: SourceUse[]][]): SourcesVolume {
  const named = new Set(entries.flatMap(([, uses]) => uses.map(([source]) => source)))
  return {
    sources: sources
      .flatMap(({ value }) => (named.has(value.id) ? [shown(openedSource(value))] : []))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    uses: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function shown({ address, ...rest }: OpenedSource): OpenedSource {
  const known = shownAddress(address)
  return known === undefined ? rest : { ...rest, address: known }
}

const useOf = ({ id, words, row }: Use): SourceUse => (row === undefined ? [id, words] : [id, words, row])

const footnotesOf = ({ footnotes }: TextDoc): SourceUse[] =>
  footnotes.map(({ source, words, row }) => useOf({ id: source, words, row }))
