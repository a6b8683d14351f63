/** Reading without its tone → the characters that are read so (`pinyin.json` of the feed). */
export type PinyinFile = Record<string, string>

/** Character → its readings. */
export type Sounds = ReadonlyMap<string, readonly string[]>

/** The file turned round: one character may be read in several ways. */
export function readSounds(file: PinyinFile): Sounds {
  const sounds = new Map<string, string[]>()
  for (const reading of Object.keys(file)) {
    for (const character of Array.from(file[reading]!)) {
      const known = sounds.get(character)
      if (known) known.push(reading)
      else sounds.set(character, [reading])
    }
  }
  return sounds
}

/** `zunyi`, `zyhy`, `zunyi huiyi`: letters that may stand for Chinese. */
export const isLatin = (query: string): boolean => /^[a-z][a-z'\s]*$/i.test(query.trim())

/** How letters spell a name: whole, or as far as they go. */
export interface Spelling {
  /** Characters of the name that they spell, from its first. */
  length: number
  /** How many of these by their first letter alone. */
  initials: number
}

/**
 * How `letters` (lower case, no spaces) spell a name from its first character on, each character by a whole reading or by
 * its first letter; undefined when they do not. Of several ways the one with the fewest lone letters.
 */
export function spelling(name: string, letters: string, sounds: Sounds): Spelling | undefined {
  const first = sounds.get(name[0]!)
  if (name[0] !== letters[0] && !first?.some(it => it[0] === letters[0])) return undefined
  const best = (at: number, from: number): Spelling | undefined => {
    if (from === letters.length) return { length: at, initials: 0 }
    if (at === name.length) return undefined
    let found: Spelling | undefined
    const take = (length: number, initial: number) => {
      const rest = best(at + 1, from + length)
      if (!rest) return
      const here = { length: rest.length, initials: rest.initials + initial }
      if (!found || here.initials < found.initials) found = here
    }
    const unit = name[at]!
    if (unit === letters[from]) take(1, 0)
    for (const reading of sounds.get(unit) ?? []) {
      if (letters.startsWith(reading, from)) take(reading.length, 0)
      else if (from + reading.length > letters.length && reading.startsWith(letters.slice(from)))
        take(letters.length - from, letters.length - from === 1 ? 1 : 0)
      if (reading[0] === letters[from] && reading.length > 1) take(1, 1)
    }
    return found
  }
  return best(0, 0)
}

const soundAlike = (one: string, other: string, sounds: Sounds): boolean => {
  const readings = sounds.get(one)
  const others = sounds.get(other)
  return !!readings && !!others && readings.some(it => others.indexOf(it) >= 0)
}

/** In how many characters a part of a name differs from a word. */
export interface Difference {
  form: number
  /** Of these, those that are read otherwise too. */
  sound: number
}

/** How `word` differs from as many characters of `name` from `at` on; undefined when more than one is read otherwise. */
export function difference(word: string, name: string, at: number, sounds: Sounds): Difference | undefined {
  let form = 0
  let sound = 0
  for (let i = 0; i < word.length; i++) {
    const [one, other] = [word[i]!, name[at + i]!]
    if (one === other) continue
    form += 1
    if (!soundAlike(one, other, sounds)) sound += 1
    if (sound > 1) return undefined
  }
  return { form, sound }
}
