import type { Citing, SearchDocument } from './documents'
import { findWord } from './find'

/** One bit for each document, by its place in the list. */
export type Bits = Uint32Array

/** Documents, with which of them have a character at all: a word need only be looked for where all of its characters stand. */
export interface Corpus {
  documents: readonly SearchDocument[]
  /** Bits in all, 32 to a number. */
  length: number
  /** By the number of a character: the documents with it in a name or a sentence. */
  having: readonly (Bits | undefined)[]
  /** By the number of a character: how often it stands in sentences. */
  often: Uint32Array
  /** Characters of all sentences. */
  characters: number
  /** Id of an entry → which texts cite it, and how. */
  citing: ReadonlyMap<string, readonly { at: number; citing: Citing }[]>
}

/** Gathered once for the documents of a page, not once a query. */
const corpora = new WeakMap<readonly SearchDocument[], Corpus>()

/** What is counted over all `documents`; gathered at the first call, about 1 MB, and kept as long as the list is. */
export function corpusOf(documents: readonly SearchDocument[]): Corpus {
  const known = corpora.get(documents)
  if (known) return known
  const length = (documents.length + 31) >> 5
  const having = new Array<Bits | undefined>(0x10000)
  const citing = new Map<string, { at: number; citing: Citing }[]>()
  const seen = new Uint16Array(0x10000)
  const often = new Uint32Array(0x10000)
  let characters = 0
  documents.forEach((document, at) => {
    const { units, counts } = unitsOf(document, seen)
    characters += document.plain.length
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!
      often[unit]! += counts[i]!
      const bits = (having[unit] ??= new Uint32Array(length))
      bits[at >> 5]! |= 1 << (at & 31)
    }
    for (const one of document.cites) {
      const texts = citing.get(one.id)
      if (texts) texts.push({ at, citing: one })
      else citing.set(one.id, [{ at, citing: one }])
    }
  })
  const corpus = { documents, length, having, often, characters, citing }
  corpora.set(documents, corpus)
  return corpus
}

interface Units {
  units: Uint16Array
  /** How often each stands in a sentence; in a name alone, 0. */
  counts: Uint16Array
}

/** The characters of a document. Documents outlive the list they stand in: a volume that is read makes a new list. */
const unitsKnown = new WeakMap<SearchDocument, Units>()

/** @param seen one place for every character, all 0; left so */
function unitsOf(document: SearchDocument, seen: Uint16Array): Units {
  const known = unitsKnown.get(document)
  if (known) return known
  const found: number[] = []
  const read = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (seen[unit]! === 0) found.push(unit)
      if (seen[unit]! < 0xffff) seen[unit]! += 1
    }
  }
  read(document.plain)
  const inSentences = found.map(unit => seen[unit]!)
  document.names.forEach(read)
  const units = new Uint16Array(found)
  const counts = new Uint16Array(found.length)
  counts.set(inSentences)
  for (let i = 0; i < found.length; i++) seen[found[i]!] = 0
  const distinct = { units, counts }
  unitsKnown.set(document, distinct)
  return distinct
}

/** Where a form may stand: the documents that have all of its characters. Nowhere: undefined. */
export function mayHave({ length, having }: Corpus, form: string): Bits | undefined {
  let found: Bits | undefined
  for (let i = 0; i < form.length; i++) {
    const bits = having[form.charCodeAt(i)]
    if (!bits) return undefined
    if (!found) found = bits.slice()
    else for (let k = 0; k < length; k++) found[k]! &= bits[k]!
  }
  return found
}

/** Whether the bit of place `at` is set. */
export const hasBit = (bits: Bits, at: number): boolean => (bits[at >> 5]! & (1 << (at & 31))) !== 0

/** Sets the bit of place `at`, in place. */
export const setBit = (bits: Bits, at: number): void => {
  bits[at >> 5]! |= 1 << (at & 31)
}

/** Calls back with every place whose bit is set, in order, until it answers true; whether it did. */
export function someBit(bits: Bits, wanted: (at: number) => boolean): boolean {
  for (let k = 0; k < bits.length; k++) {
    for (let left = bits[k]!; left !== 0; left &= left - 1) {
      if (wanted((k << 5) + 31 - Math.clz32(left & -left))) return true
    }
  }
  return false
}

/** Where a form stands, in a name or a sentence; at most so many places. */
export function placesOf(documents: readonly SearchDocument[], form: string, most = Infinity): number[] {
  const places = mayHave(corpusOf(documents), form)
  const found: number[] = []
  if (!places) return found
  someBit(places, at => {
    const { plain, names } = documents[at]!
    if (findWord(plain, form) >= 0 || names.some(name => findWord(name, form) >= 0)) found.push(at)
    return found.length >= most
  })
  return found
}
