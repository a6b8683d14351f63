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

test('verbs and nouns of one character are told apart by their phrase', () => {
  const cases: [string, string][] = [
    ['一条一条地改', 'yi4 tiao2 yi4 tiao2 de5 gai3'],
    ['天连着地', 'tian1 lian2 zhe5 di4'],
    ['大家要好好干', 'da4 jia1 yao4 hao2 hao3 gan4'],
    ['吃点干粮', 'chi1 dian3 gan1 liang2'],
    ['干干净净，没有一块干的地方', 'gan1 gan1 jing4 jing4 mei2 you3 yi2 kuai4 gan1 de5 di4 fang1'],
    ['背着铺盖', 'bei1 zhe5 pu1 gai4'],
    ['许多人都会背', 'xu3 duo1 ren2 dou1 hui4 bei4'],
    ['教工人念书', 'jiao1 gong1 ren2 nian4 shu1'],
    ['敢教日月换新天', 'gan3 jiao4 ri4 yue4 huan4 xin1 tian1'],
    ['自己借，自己还', 'zi4 ji3 jie4 zi4 ji3 huan2'],
    ['还还了一部分', 'hai2 huan2 le5 yi2 bu4 fen5'],
    ['给孩子缝扣子', 'gei3 hai2 zi5 feng2 kou4 zi5'],
    ['脖子上系一条红带子', 'bo2 zi5 shang4 ji4 yi4 tiao2 hong2 dai4 zi5'],
    ['两个人都睡不着', 'liang3 ge4 ren2 dou1 shui4 bu4 zhao2'],
    ['在大会上被树为榜样', 'zai4 da4 hui4 shang4 bei4 shu4 wei2 bang3 yang4'],
    ['胳膊中了一枪', 'ge1 bo5 zhong4 le5 yi4 qiang1'],
    ['一次次数票', 'yi2 ci4 ci4 shu3 piao4'],
  ]
  assert.deepEqual(
    cases.map(([text]) => said(text)),
    cases.map(([, want]) => want),
  )
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
