import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'
import { buildLexicon, type LexiconEntry } from './lexicon.ts'
import type { Reader } from './pronounce.ts'

/** The real reader: jieba's words (the lexicon's among them), pinyin-pro's pinyin in context, `content/lexicon.yml` above both. */
export function openReader(lexiconFile: string): Reader {
  const { entries } = parse(readFileSync(lexiconFile, 'utf8')) as { entries: LexiconEntry[] }
  const jieba = Jieba.withDict(dict)
  const words = entries.filter(e => e.word.length > 1 && e.word.length < 5).map(e => `${e.word} 20000 n`)
  jieba.loadDict(Buffer.from(words.join('\n')))
  return {
    lexicon: buildLexicon(entries),
    segment: text => jieba.cut(text, false),
    pinyin: text =>
      pinyin(text, { type: 'array', toneType: 'num', toneSandhi: false, v: true }).map(s => s.replace('v', 'ü')),
  }
}
