import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { normalise } from '../src/normalise.ts'
import { paths } from '../src/paths.ts'
import { kokoroPhonemes } from '../src/phonemes.ts'
import { pinyinText, pronounce } from '../src/pronounce.ts'
import { openReader } from '../src/reader.ts'
import { readEpisodes } from '../src/episodes.ts'
import { sentencesOf } from '../src/sentences.ts'

// With the real segmenter and the real pinyin; the pure half is tested in tests/media at the root.
const reader = openReader(paths.lexicon)
const said = (text: string) => pinyinText(pronounce(normalise(text), reader))

test('names and polyphones are right in running text', () => {
  const cases: [string, string][] = [
    ['吉鸿昌在大庾岭', 'ji2 hong2 chang1 zai4 da4 yu2 ling3'],
    ['长征路上，孩子在生长', 'chang2 zheng1 lu4 shang5 hai2 zi5 zai4 sheng1 zhang3'],
    ['他走得很急', 'ta1 zou3 de5 hen3 ji2'],
    ['朝鲜的朝气', 'chao2 xian3 de5 zhao1 qi4'],
    ['1921年7月', 'yi1 jiu3 er4 yi1 nian2 qi1 yue4'],
    ['一会儿，一个儿子', 'yi2 hui4 er5 yi2 ge4 er2 zi5'],
  ]
  for (const [text, want] of cases) assert.equal(said(text), want)
})

test('every lexicon entry comes out as written, alone and in its sentence', () => {
  const { entries } = parse(readFileSync(paths.lexicon, 'utf8')) as {
    entries: { word: string; say: string; in?: string }[]
  }
  for (const { word, say, in: sentence } of entries) {
    assert.equal(said(word), say)
    if (sentence) assert.ok(said(sentence).includes(say), sentence)
  }
})

test('every sentence of every script can be said', () => {
  const problems: string[] = []
  for (const script of readEpisodes(paths.episodes, problem => problems.push(problem))) {
    for (const sentence of script.paragraphs.flatMap(sentencesOf)) {
      try {
        const letters = [...kokoroPhonemes(pronounce(normalise(sentence), reader))].length
        if (letters > 509) problems.push(`${script.id}: ${letters} letters: ${sentence}`)
      } catch (error) {
        problems.push(`${script.id}: ${(error as Error).message}`)
      }
    }
  }
  assert.deepEqual(problems, [])
})
