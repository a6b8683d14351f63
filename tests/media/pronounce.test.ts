import { buildLexicon } from '../../scripts/media/src/lexicon'
import { kokoroPhonemes } from '../../scripts/media/src/phonemes'
import { pinyinToIpa } from '../../scripts/media/src/pinyin-to-ipa'
import { pinyinText, pronounce, type Reader } from '../../scripts/media/src/pronounce'

const READINGS: Record<string, string> = {
  一: 'yi1',
  不: 'bu4',
  是: 'shi4',
  个: 'ge4',
  条: 'tiao2',
  船: 'chuan2',
  般: 'ban1',
  月: 'yue4',
  第: 'di4',
  看: 'kan4',
  九: 'jiu3',
  二: 'er4',
  年: 'nian2',
  去: 'qu4',
  来: 'lai2',
  领: 'ling3',
  导: 'dao3',
  我: 'wo3',
  很: 'hen3',
  好: 'hao3',
  走: 'zou3',
  得: 'de2',
  急: 'ji2',
  到: 'dao4',
  会: 'hui4',
  儿: 'er2',
  子: 'zi5',
  他: 'ta1',
  百: 'bai3',
  十: 'shi2',
  天: 'tian1',
  干: 'gan1',
  地: 'di4',
}
const reader = (words: string[]): Reader => ({
  lexicon: buildLexicon([]),
  segment: () => words,
  pinyin: text => [...text].map(c => READINGS[c] ?? ''),
})
const said = (...words: string[]) => pinyinText(pronounce(words.join(''), reader(words)))

test('一 changes with what follows, and stays level in numbers, dates and ordinals', () => {
  expect(said('一', '个')).toBe('yi2 ge4')
  expect(said('一', '条', '船')).toBe('yi4 tiao2 chuan2')
  expect(said('一九二一年')).toBe('yi1 jiu3 er4 yi1 nian2')
  expect(said('一月')).toBe('yi1 yue4')
  expect(said('第一', '个')).toBe('di4 yi1 ge4')
  expect(said('看一看')).toBe('kan4 yi5 kan4')
  expect(said('一条', '一条')).toBe('yi4 tiao2 yi4 tiao2')
  expect(said('一百', '一十')).toBe('yi4 bai3 yi1 shi2')
})

test('不 rises before a falling tone only', () => {
  expect(said('不', '是')).toBe('bu2 shi4')
  expect(said('不', '来')).toBe('bu4 lai2')
})

test('the first of two third tones rises inside a word and after a one-syllable word', () => {
  expect(said('领导')).toBe('ling2 dao3')
  expect(said('我', '很', '好')).toBe('wo2 hen2 hao3')
})

test('得 after a verb is neutral, as a verb it is not', () => {
  expect(said('走', '得', '很', '急')).toBe('zou3 de5 hen3 ji2')
  expect(said('他', '得到')).toBe('ta1 de2 dao4')
})

test('a verb and a noun of one character are told apart by the phrase, whatever the dictionary says', () => {
  expect(said('好', '好', '干')).toBe('hao2 hao3 gan4')
  expect(said('看', '看', '地', '走')).toBe('kan4 kan4 de5 zou3')
  expect(said('天', '地')).toBe('tian1 di4')
})

test('儿 as a suffix loses its tone, in 儿子 it keeps it', () => {
  expect(said('一会儿')).toBe('yi2 hui4 er5')
  expect(said('儿子')).toBe('er2 zi5')
})

test('a character without a reading is named', () => {
  expect(() => said('囧')).toThrow('囧')
})

test('pinyin becomes the letters the model knows', () => {
  expect(
    ['zhong1', 'guo2', 'shi4', 'zi3', 'lü4', 'qu2', 'yuan2', 'xiong1', 'er2', 'de5', 'wo3', 'bo1', 'liu2', 'nüe4'].map(
      pinyinToIpa,
    ),
  ).toEqual(['ꭧʊ→ŋ', 'kwo↗', 'ʂɨ↘', 'ʦɨ↓', 'ly↘', 'ʨʰy↗', 'ɥɛ↗n', 'ɕjʊ→ŋ', 'ɚ↗', 'tɤ', 'wo↓', 'pwo→', 'ljou↗', 'nɥe↘'])
  expect(['x', 'abc1', 'zhong', '重1'].map(pinyinToIpa)).toEqual([null, null, null, null])
})

test('words are parted by spaces and pauses become punctuation', () => {
  const text = '他，不是天'
  const words = new Map([
    ['他', ['他']],
    ['不是天', ['不', '是', '天']],
  ])
  const clauses = pronounce(text, { ...reader([]), segment: part => words.get(part)! })
  expect(kokoroPhonemes(clauses)).toBe('tʰa→, pu↗ ʂɨ↘ tʰjɛ→n')
})
