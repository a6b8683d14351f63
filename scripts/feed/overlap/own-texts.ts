import type { TextSpan } from '../corpus/corpus'
import type { ParsedFile } from '../read/parse-file'
import { lettersOf } from '../text/letters'

/** A piece of our prose with its place. */
export interface OwnText {
  file: string
  line: number
  text: string
}

/** Fields that hold prose; `words` are the sources' own, by design. */
const PROSE = /(?:^|\.)(?:title|subject|summary|text|stem|explain|note|theme|options\.\w+|lines\.\d+|what)$/u
const TEXTS = /^content\/(?:withheld\/)?(?:articles|episodes|questions|events|people|glossary|days|schedule)/u

/** All prose of the content, withheld or not, but for the quotations that films show. */
export function ownTexts(files: readonly ParsedFile[]): OwnText[] {
  return files
    .filter(({ name }) => TEXTS.test(name))
    .flatMap(file => proseOf(file).flatMap(({ quoted, ...piece }) => (quoted ? [] : [{ ...piece, file: file.name }])))
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
        if (typeof it === 'string') names.add(lettersOf(it))
    }
  }
  return new Set([...names].filter(it => it.length >= 2))
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A paragraph or a field with its line. */
interface Piece {
  line: number
  text: string
  /** A film shows it as somebody's words. */
  quoted?: true
}

/** The prose of a file as a reader sees it, paragraph by paragraph and field by field, each with its line. */
export function proseOf({ value, lines, doc }: ParsedFile): Piece[] {
  const pieces: Piece[] = []
  const walk = (at: unknown, path: string, quoted = false) => {
    if (typeof at === 'string' && PROSE.test(path))
      pieces.push({ line: lines[path] ?? 1, text: at, ...(quoted && { quoted }) })
    else if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at))
        walk(inner, path === '' ? key : `${path}.${key}`, (at as { kind?: unknown }).kind === 'quotation')
  }
  walk(value, '')
  if (!doc) return pieces
  const spans = (words: readonly TextSpan[], line: number) =>
    pieces.push({ line, text: words.map(({ text }) => text).join('') })
  for (const block of doc.blocks)
    if (block.kind === 'heading') pieces.push(block)
    else spans(block.spans, block.line)
  for (const part of [...doc.why, ...doc.keyPoints]) spans(part.spans, part.line)
  return pieces
}
