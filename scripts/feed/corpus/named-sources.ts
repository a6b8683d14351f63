import type { TextDoc } from './corpus'

interface Naming {
  sources?: readonly (string | { id: string })[] | undefined
  /** Of a day. */
  entries?: readonly Naming[] | undefined
}

/** Ids of the sources that an item names: its own, those of a day's entries, those of a text's footnotes. */
export function namedSources({ sources = [], entries = [] }: Naming, doc?: TextDoc): string[] {
  return [
    ...sources.map(source => (typeof source === 'string' ? source : source.id)),
    ...entries.flatMap(entry => namedSources(entry)),
    ...(doc?.footnotes.map(({ source }) => source) ?? []),
  ]
}
