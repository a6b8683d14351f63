import type { SearchDocument } from './documents'
import { difference, spelling, type Sounds } from './pinyin'

/** More names than these say that the letters tell nothing. */
const MOST_NAMES = 4
/** Who types more than this gets the order right or means something else. */
const LONGEST_TURNED = 8

/** Gathered once for the documents of a page, not once a query. */
const allNames = new WeakMap<readonly SearchDocument[], readonly string[]>()

/** Every name of the documents once, in plain form. */
export function namesOf(documents: readonly SearchDocument[]): readonly string[] {
  const known = allNames.get(documents)
  if (known) return known
  const all = new Set<string>()
  for (const { names } of documents) for (const name of names) all.add(name)
  const list = [...all]
  allNames.set(documents, list)
  return list
}

/** Names that letters spell, the whole ones and those by whole readings first. */
export function spelt(letters: string, names: readonly string[], sounds: Sounds): string[] {
  const found = new Map<string, number>()
  for (const name of names) {
    const how = spelling(name, letters, sounds)
    if (how && how.length > 1) found.set(name, (name.length - how.length) * 2 + how.initials)
  }
  return best(found)
}

/** A character, or a reading of one → where it stands: the name's number and the place in it, as one number. */
type Spots = Map<string, number[]>
const LONGEST_NAME = 256
const spotsOf = new WeakMap<readonly string[], { sounds: Sounds; spots: Spots }>()

function spots(names: readonly string[], sounds: Sounds): Spots {
  const known = spotsOf.get(names)
  if (known && known.sounds === sounds) return known.spots
  const found: Spots = new Map()
  const add = (key: string, spot: number) => {
    const all = found.get(key)
    if (all) all.push(spot)
    else found.set(key, [spot])
  }
  names.forEach((name, i) => {
    for (let at = 0; at < Math.min(name.length, LONGEST_NAME); at++) {
      const spot = i * LONGEST_NAME + at
      add(name[at]!, spot)
      for (const reading of sounds.get(name[at]!) ?? []) add(reading, spot)
    }
  })
  spotsOf.set(names, { sounds, spots: found })
  return found
}

/**
 * Names, or parts of names, that sound as it does; and names of its length with one other character. One character may be
 * read otherwise, so one of the first two is not: only where such a one stands is looked.
 */
export function soundingNames(word: string, documents: readonly SearchDocument[], sounds: Sounds): string[] {
  if (word.length < 2) return []
  const names = namesOf(documents)
  const where = spots(names, sounds)
  const found = new Map<string, number>()
  const mostForms = Math.ceil(word.length / 2)
  for (let i = 0; i < 2; i++) {
    for (const key of [word[i]!, ...(sounds.get(word[i]!) ?? [])]) {
      for (const spot of where.get(key) ?? []) {
        const name = names[Math.floor(spot / LONGEST_NAME)]!
        const at = (spot % LONGEST_NAME) - i
        if (at < 0 || at + word.length > name.length) continue
        const differs = difference(word, name, at, sounds)
        if (!differs) continue
        const whole = word.length === name.length
        const alike = differs.sound === 0 ? differs.form <= mostForms : whole && word.length >= 4 && differs.form === 1
        if (alike) found.set(name.slice(at, at + word.length), differs.sound * 10 + differs.form)
      }
    }
  }
  return best(found)
}

/** Whole names that sound as a word of three characters or more does and are written otherwise: 张国焘 for 张国涛. */
export function soundingWhole(word: string, documents: readonly SearchDocument[], sounds: Sounds): string[] {
  const names = namesOf(documents)
  const where = spots(names, sounds)
  const mostForms = Math.ceil(word.length / 2)
  const found = new Set<string>()
  for (const key of [word[0]!, ...(sounds.get(word[0]!) ?? [])]) {
    for (const spot of where.get(key) ?? []) {
      if (spot % LONGEST_NAME !== 0) continue
      const name = names[spot / LONGEST_NAME]!
      if (name.length !== word.length) continue
      const differs = difference(word, name, 0, sounds)
      if (differs && differs.sound === 0 && differs.form > 0 && differs.form <= mostForms) found.add(name)
    }
  }
  return [...found].slice(0, MOST_NAMES)
}

/** A name of these characters in another order: 泽东毛. */
export function reordered(word: string, documents: readonly SearchDocument[]): string[] {
  if (word.length < 2 || word.length > LONGEST_TURNED) return []
  const inOrder = (text: string) => text.split('').sort().join('')
  const wanted = inOrder(word)
  return namesOf(documents)
    .filter(name => {
      if (name.length !== word.length || name === word) return false
      for (let i = 0; i < word.length; i++) if (name.indexOf(word[i]!) < 0) return false
      return inOrder(name) === wanted
    })
    .slice(0, MOST_NAMES)
}

/** The names that cost least, and those that cost as little. */
function best(found: Map<string, number>): string[] {
  const ranked = [...found].sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
  return ranked.slice(0, MOST_NAMES).map(([name]) => name)
}
