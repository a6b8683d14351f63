import { findMentions } from '../dates/mentions'
import { lettersOf, piecesIn, placesOf } from '../text/letters'
import { NUMERAL } from '../text/numerals'
import { commonRuns, outermost, type Overlap } from './find'
import type { OwnText } from './own-texts'

/** So many characters running of somebody else's prose are a copy (docs/content-format.md). */
export const RUN = 16
/** As long as so many of them are no name, date or number, which nobody can tell otherwise. */
export const PROSE = 9

/** A copied run: where it stands in its text's words. */
export interface Copy {
  own: OwnText
  foreign: number
  foreignAt: number
  from: number
  to: number
}

const LETTER = /[\p{L}\p{N}]/u
/** What is quoted is not ours and says so. */
const QUOTED = /“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」|"[^"]*"/gu
/** A number of several characters; 一 alone is a word more often than not. */
const NUMBER = new RegExp(`\\d|${NUMERAL}{2,}`, 'gu')
/** Who voted how, and four names and more one after the other. */
const COUNT_OF_VOTES = /票(?:赞成|反对|弃权)/gu
const ENUMERATION = /(?:\p{L}{2,8}、){3,}\p{L}{2,8}/gu

const QUOTE = 1
const FACT = 2

/** The runs of our texts that are copies of foreign ones, given as forms. `names`, as forms, count as facts. */
export function copiesIn(own: readonly OwnText[], foreign: readonly string[], names: ReadonlySet<string>): Copy[] {
  const isName = nameFinder(names)
  const read = new Map<number, Read>()
  const readOf = (piece: number) => {
    const known = read.get(piece)
    if (known) return known
    const fresh = readText(own[piece]!.text, isName)
    read.set(piece, fresh)
    return fresh
  }
  const found: Overlap[] = []
  const forms = own.map(({ text }) => lettersOf(text))
  for (const run of commonRuns(forms, foreign, RUN)) {
    // Most runs are dates.
    if (piecesIn(forms[run.own]!.slice(run.ownAt, run.ownAt + run.length)) < PROSE) continue
    const whole = withoutCutNumbers(run, readOf(run.own))
    if (whole.length >= RUN && isCopy(whole, readOf(run.own))) found.push(whole)
  }
  return outermost(found).map(it => {
    const [from, to] = placeOf(it, readOf(it.own))
    return { own: own[it.own]!, foreign: it.foreign, foreignAt: it.foreignAt, from, to }
  })
}

/** A text in which something was met. */
interface Read {
  places: { start: number; end: number }[]
  /** Letters before each character that are not quoted, and those of them that are prose. */
  said: Uint32Array
  prose: Uint32Array
}

function readText(text: string, namesIn: NameFinder): Read {
  const places = placesOf(text)
  const marks = new Uint8Array(text.length)
  const mark = (from: number, to: number, kind: number) => {
    for (let at = from; at < to; at++) marks[at]! |= kind
  }
  for (const { index, 0: quoted } of text.matchAll(QUOTED)) mark(index, index + quoted.length, QUOTE)
  for (const pattern of [NUMBER, COUNT_OF_VOTES, ENUMERATION])
    for (const { index, 0: fact } of text.matchAll(pattern)) mark(index, index + fact.length, FACT)
  for (const { start, end } of findMentions(text)) mark(start, end, FACT)
  for (const [from, to] of namesIn(lettersOf(text))) mark(places[from]!.start, places[to - 1]!.end, FACT)
  const said = new Uint32Array(text.length + 1)
  const prose = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const counts = LETTER.test(text[at]!) && !(marks[at]! & QUOTE)
    said[at + 1] = said[at]! + Number(counts)
    prose[at + 1] = prose[at]! + Number(counts && !(marks[at]! & FACT))
  }
  return { places, said, prose }
}

/** Where a run stands in the text as it is written. */
const placeOf = ({ ownAt, length }: Overlap, { places }: Read): [from: number, to: number] => [
  places[ownAt]!.start,
  places[ownAt + length - 1]!.end,
]

/** A number of which only a part is shared is not shared. */
function withoutCutNumbers(run: Overlap, { places }: Read): Overlap {
  let [from, to] = [run.ownAt, run.ownAt + run.length]
  while (from < to && places[from]!.start === places[from - 1]?.start) from++
  while (to > from && places[to]?.start === places[to - 1]!.start) to--
  return { ...run, ownAt: from, foreignAt: run.foreignAt + from - run.ownAt, length: to - from }
}

function isCopy(run: Overlap, read: Read): boolean {
  const [from, to] = placeOf(run, read)
  return read.said[to]! - read.said[from]! >= RUN && read.prose[to]! - read.prose[from]! >= PROSE
}

type NameFinder = (form: string) => [from: number, to: number][]

/** Finds the names in a form, the longest at each place. */
function nameFinder(names: ReadonlySet<string>): NameFinder {
  const lengths = new Map<string, number[]>()
  for (const name of names) {
    const key = name.slice(0, 2)
    const known = lengths.get(key) ?? []
    if (!known.includes(name.length))
      lengths.set(
        key,
        [...known, name.length].sort((a, b) => b - a),
      )
  }
  return form => {
    const found: [number, number][] = []
    for (let at = 0; at < form.length; at++) {
      const length = lengths.get(form.slice(at, at + 2))?.find(size => {
        const name = form.slice(at, at + size)
        return name.length === size && names.has(name)
      })
      if (length === undefined) continue
      found.push([at, at + length])
      at += length - 1
    }
    return found
  }
}
