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
    ['干干净净，没有一块干的地方', 'gan1 gan1 jing4 jing4 mei2 you3 yi2 kuai4 gan1 de5 di4 fang5'],
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

test('particles, measures and what becomes of something are read by their phrase', () => {
  const cases: [string, string][] = [
    ['他高兴地看报', 'ta1 gao1 xing4 de5 kan4 bao4'],
    ['他分到了一块地的得失', 'ta1 fen1 dao4 le5 yi2 kuai4 di4 de5 de2 shi1'],
    ['这个问题要系统地解决', 'zhe4 ge5 wen4 ti2 yao4 xi4 tong3 de5 jie3 jue2'],
    ['庄稼地连着玉米地', 'zhuang1 jia5 di4 lian2 zhe5 yu4 mi3 di4'],
    ['追认他为战斗英雄', 'zhui1 ren4 ta1 wei2 zhan4 dou4 ying1 xiong2'],
    ['不为他的精神所感动', 'bu4 wei2 ta1 de5 jing1 shen2 suo2 gan3 dong4'],
    ['为天下穷人办事', 'wei4 tian1 xia4 qiong2 ren2 ban4 shi4'],
    ['为政治罢工', 'wei4 zheng4 zhi4 ba4 gong1'],
    ['部队不得不往回走', 'bu4 dui4 bu4 de2 bu4 wang3 hui2 zou3'],
    ['后来数清楚', 'hou4 lai2 shu3 qing1 chu5'],
    ['把地分到各家去种', 'ba3 di4 fen1 dao4 ge4 jia1 qu4 zhong4'],
    ['扎了松枝当火把', 'za1 le5 song1 zhi1 dang4 huo2 ba3'],
    ['烂泥水没过膝盖', 'lan4 ni2 shui3 mo4 guo4 xi1 gai4'],
    ['浅的地方没过膝盖', 'qian3 de5 di4 fang5 mo4 guo4 xi1 gai4'],
    ['两座城互为犄角', 'liang3 zuo4 cheng2 hu4 wei2 ji1 jiao3'],
    ['转成东北风', 'zhuan3 cheng2 dong1 bei3 feng1'],
    ['扎成火把', 'za1 cheng2 huo2 ba3'],
    ['要有一吨多重', 'yao4 you3 yi4 dun1 duo1 zhong4'],
    ['钉在地图上', 'ding4 zai4 di4 tu2 shang4'],
    ['把布拧成绳索', 'ba3 bu4 ning2 cheng2 sheng2 suo3'],
    ['手指划破了', 'shou2 zhi3 hua2 po4 le5'],
    ['他一有空就写信', 'ta1 yi4 you3 kong4 jiu4 xie3 xin4'],
    ['还我青岛', 'huan2 wo3 qing1 dao3'],
    ['学生还在读', 'xue2 sheng5 hai2 zai4 du2'],
    ['省委副秘书长', 'sheng2 wei3 fu4 mi4 shu1 zhang3'],
    ['一场大旱来了', 'yi4 chang2 da4 han4 lai2 le5'],
    ['井底铺沙石', 'jing2 di3 pu1 sha1 shi2'],
  ]
  assert.deepEqual(
    cases.map(([text]) => said(text)),
    cases.map(([, want]) => want),
  )
})

test('一 keeps its tone in ordinals and inside 统一 and 唯一, and is not neutral between two nouns', () => {
  const cases: [string, string][] = [
    ['红一方面军', 'hong2 yi1 fang1 mian4 jun1'],
    ['抗日民族统一战线', 'kang4 ri4 min2 zu2 tong3 yi1 zhan4 xian4'],
    ['国家统一', 'guo2 jia1 tong3 yi1'],
    ['推车的人一人一盏灯', 'tui1 che1 de5 ren2 yi4 ren2 yi4 zhan3 deng1'],
    ['底下一下子乱了', 'di3 xia4 yi2 xia4 zi5 luan4 le5'],
    ['三万一千人', 'san1 wan4 yi4 qian1 ren2'],
  ]
  assert.deepEqual(
    cases.map(([text]) => said(text)),
    cases.map(([, want]) => want),
  )
})

test('names whose reading is certain', () => {
  const cases: [string, string][] = [
    ['陈赓和叶挺', 'chen2 geng1 he2 ye4 ting3'],
    ['恽代英和任弼时', 'yun4 dai4 ying1 he2 ren2 bi4 shi2'],
    ['大柏地', 'da4 bai3 di4'],
    ['铅山和番禺', 'yan2 shan1 he2 pan1 yu2'],
    ['乐亭和蔚县', 'lao4 ting2 he2 yu4 xian4'],
    ['解州和单县', 'xie4 zhou1 he2 shan4 xian4'],
    ['瑷珲和枞阳', 'ai4 hui1 he2 zong1 yang2'],
  ]
  assert.deepEqual(
    cases.map(([text]) => said(text)),
    cases.map(([, want]) => want),
  )
})

test('the lexicon keeps to whole words', () => {
  const cases: [string, string][] = [
    ['三千人参加了', 'san1 qian1 ren2 can1 jia1 le5'],
    ['一根人参', 'yi4 gen1 ren2 shen1'],
    ['更多地方', 'geng4 duo1 di4 fang5'],
    ['更多地了解', 'geng4 duo1 de5 liao2 jie3'],
    ['有多重要', 'you3 duo1 zhong4 yao4'],
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
