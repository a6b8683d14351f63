import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { boundariesOf, buildLexicon, lookUp, type LexiconEntry } from '../../scripts/media/src/lexicon'
import { pinyinToIpa } from '../../scripts/media/src/pinyin-to-ipa'
import { pinyinText, pronounce, type Reader } from '../../scripts/media/src/pronounce'

const { entries } = parse(readFileSync(join(__dirname, '../../content/lexicon.yml'), 'utf8')) as {
  entries: LexiconEntry[]
}
/** A reader that knows nothing: what comes out right can only come from the lexicon. */
const reader: Reader = {
  lexicon: buildLexicon(entries),
  segment: text => [...text],
  pinyin: text => [...text].map(() => 'a1'),
}

test('the lexicon holds at least two hundred entries', () => {
  expect(entries.length).toBeGreaterThanOrEqual(200)
})

test.each(entries.map(e => [e.word, e.say, e.in ?? `他们说起${e.word}的时候`] as const))(
  '%s is said %s',
  (word, say, sentence) => {
    const before = sentence.indexOf(word)
    expect(before).toBeGreaterThanOrEqual(0)
    const spoken = pinyinText(pronounce(sentence.replace(/[，。]/g, ''), reader)).split(' ')
    expect(spoken.slice(before, before + word.length).join(' ')).toBe(say)
  },
)

test('every reading in the lexicon is a Mandarin syllable that the voice has letters for', () => {
  expect(entries.flatMap(e => e.say.split(' ')).filter(s => pinyinToIpa(s) === null)).toEqual([])
})

test('the longest word wins, and hits never overlap', () => {
  const lexicon = buildLexicon([
    { word: '太行', say: 'tai4 hang2' },
    { word: '太行山', say: 'tai4 hang2 shan1' },
    { word: '山上', say: 'shan1 shang4' },
  ])
  expect(lookUp(lexicon, '太行山上', boundariesOf(['太行山', '上'])).map(h => h.word)).toEqual(['太行山'])
})

test('an entry counts only where words begin and end', () => {
  const lexicon = buildLexicon([
    { word: '人参', say: 'ren2 shen1' },
    { word: '更多地', say: 'geng4 duo1 de5' },
  ])
  const hits = (...words: string[]) => lookUp(lexicon, words.join(''), boundariesOf(words)).map(h => h.word)
  expect(hits('采', '人参')).toEqual(['人参'])
  expect(hits('许多', '人', '参加')).toEqual([])
  expect(hits('更', '多', '地', '了解')).toEqual(['更多地'])
  expect(hits('更', '多', '地方')).toEqual([])
})

test('an entry with a missing syllable, a bad syllable or a second reading is refused by name', () => {
  expect(() => buildLexicon([{ word: '重庆', say: 'chong2' }])).toThrow('重庆')
  expect(() => buildLexicon([{ word: '重庆', say: 'chóng qìng' }])).toThrow('numbered pinyin')
  expect(() =>
    buildLexicon([
      { word: '重庆', say: 'chong2 qing4' },
      { word: '重庆', say: 'zhong4 qing4' },
    ]),
  ).toThrow('twice')
})
