import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'
import { buildLexicon, type LexiconEntry } from './lexicon.ts'
import type { Reader } from './pronounce.ts'

/** How often jieba is to expect a name of the lexicon that it does not know: as its own rarest words, so that a name never tears a common word apart. */
const RARE = 3

/** The lexicon's names that jieba parts into single characters. What it knows keeps its own frequency: with another, 人参 would win from 参加. */
function unknownNames(jieba: Jieba, entries: readonly LexiconEntry[]): string[] {
  return entries
    .map(e => e.word)
    .filter(word => word.length > 1 && word.length < 5 && jieba.cut(word, false).every(part => part.length === 1))
}

function numbered(text: string): string[] {
  return pinyin(text, { type: 'array', toneType: 'num', toneSandhi: false, v: true }).map(s => s.replace('v', 'ü'))
}

/** The real reader: jieba's words (the lexicon's names among them), pinyin-pro's pinyin in context, `content/lexicon.yml` above both. */
export function openReader(lexiconFile: string): Reader {
  const { entries } = parse(readFileSync(lexiconFile, 'utf8')) as { entries: LexiconEntry[] }
  const jieba = Jieba.withDict(dict)
  const names = unknownNames(jieba, entries)
  jieba.loadDict(Buffer.from(names.map(name => `${name} ${RARE} n`).join('\n')))
  return {
    lexicon: buildLexicon(entries),
    segment: text => jieba.cut(text, false),
    pinyin: numbered,
  }
}

/** Numbered pinyin of a character by itself. */
export const readAlone = (char: string): string => numbered(char)[0] ?? ''

interface Ledger {
  name?: string
  place?: string
  aliases?: string[]
  names?: string[]
}

/** Names of persons and places: those of the ledgers, and what jieba tags as one in the texts. */
export function namesIn(texts: readonly string[], ledgers: readonly string[]): Set<string> {
  const jieba = Jieba.withDict(dict)
  const names = new Set<string>()
  for (const file of ledgers) {
    for (const { name, place, aliases = [], names: others = [] } of parse(readFileSync(file, 'utf8')) as Ledger[])
      for (const known of [name, place, ...aliases, ...others]) if (known) names.add(known.replace(/·/g, ''))
  }
  for (const text of texts)
    for (const { word, tag } of jieba.tag(text, true)) if (word.length > 1 && /^n[rstz]/.test(tag)) names.add(word)
  return names
}
