import { findMentions } from '../dates/mentions'
import type { TextSpan } from '../corpus/corpus'
import type { ParsedFile } from '../read/parse-file'
import type { Own } from './find'

/** A piece of our prose with its place. */
export interface OwnText extends Own {
  file: string
  line: number
}

/** Fields that hold prose; `words` are the sources' own, by design. */
const PROSE = /(?:^|\.)(?:title|subject|summary|text|stem|explain|note|theme|options\.\w+|lines\.\d+|what)$/u
const TEXTS = /^content\/(?:withheld\/)?(?:articles|episodes|questions|events|people|glossary|days|schedule)/u
const LETTER = /[\p{L}\p{N}]/u
/** What is quoted is not ours and says so. */
const QUOTED = /“[^”]*”|《[^》]*》|「[^」]*」|"[^"]*"/gu

/** All prose of the content, withheld or not, without what stands in quotation marks. `names` do not count as prose. */
export function ownTexts(files: readonly ParsedFile[], names: ReadonlySet<string>): OwnText[] {
  const isName = nameFinder(names)
  return files
    .filter(({ name }) => TEXTS.test(name))
    .flatMap(file =>
      proseOf(file).flatMap(({ line, text }) =>
        text.split(QUOTED).flatMap(part => {
          const own = prepare(part, isName)
          return own.text === '' ? [] : [{ ...own, file: file.name, line }]
        }),
      ),
    )
}

/** Every name of the ledger: people, events with their aliases and places, terms, books. */
export function namesOf(files: readonly ParsedFile[]): Set<string> {
  const names = new Set<string>()
  for (const { name, value } of files) {
    if (!/^content\/(?:withheld\/)?(?:events|people|glossary|works)/u.test(name) || !Array.isArray(value)) continue
    for (const item of value as Record<string, unknown>[]) {
      const offices = list(item?.offices).map(office => (office as { title?: unknown })?.title)
      const said = [item?.title, item?.name, item?.term, item?.place, item?.native]
      for (const it of [...said, ...offices, ...list(item?.aliases), ...list(item?.names)])
        if (typeof it === 'string') names.add(letters(it))
    }
  }
  return new Set([...names].filter(it => it.length >= 2))
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Letters and digits, full and half width alike: a comma more does not make a sentence one's own. */
export function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

/** The prose of a file as a reader sees it, paragraph by paragraph and field by field, each with its line. */
export function proseOf({ value, lines, doc }: ParsedFile): { line: number; text: string }[] {
  const pieces: { line: number; text: string }[] = []
  const walk = (at: unknown, path: string, line: (path: string) => number) => {
    if (typeof at === 'string' && PROSE.test(path)) pieces.push({ line: line(path), text: at })
    else if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at)) walk(inner, path === '' ? key : `${path}.${key}`, line)
  }
  walk(value, '', path => lines[path] ?? 1)
  if (!doc) return pieces
  const spans = (words: readonly TextSpan[], line: number) =>
    pieces.push({ line, text: words.map(({ text }) => text).join('') })
  for (const block of doc.blocks)
    if (block.kind === 'heading') pieces.push(block)
    else spans(block.spans, block.line)
  for (const part of [...doc.why, ...doc.keyPoints]) spans(part.spans, part.line)
  return pieces
}

function prepare(text: string, isName: (text: string) => boolean[]): Own & { counts: boolean[] } {
  const plain = text.normalize('NFKC')
  const dated = new Array<boolean>(plain.length).fill(false)
  for (const { start, end } of findMentions(plain)) dated.fill(true, start, end)
  let kept = ''
  const undated: boolean[] = []
  for (let at = 0; at < plain.length; at++) {
    if (!LETTER.test(plain[at]!)) continue
    kept += plain[at]
    undated.push(!dated[at])
  }
  const named = isName(kept)
  return { text: kept, counts: undated.map((counts, at) => counts && !named[at]) }
}

/** Marks the characters of a text that belong to a name, the longest name at each place. */
function nameFinder(names: ReadonlySet<string>): (text: string) => boolean[] {
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
  return text => {
    const marks = new Array<boolean>(text.length).fill(false)
    for (let at = 0; at < text.length; at++) {
      const length = lengths.get(text.slice(at, at + 2))?.find(size => names.has(text.slice(at, at + size)))
      if (length === undefined) continue
      marks.fill(true, at, at + length)
      at += length - 1
    }
    return marks
  }
}
