import { cardinal, counted, decimal, digitByDigit } from './number-words.ts'

const NUMBER = '\\d+(?:\\.\\d+)?'
const MEASURES =
  '[个名位人次年岁天件条座所家间万亿千斤里亩元块艘架门挺支枝张本封首册篇项种类批组队级层道步顿句字遍场届省县村户口头匹只双对把股颗枚辆台路师团营连排旅军国党份期卷幅面块米吨升倍分秒小]'
const UNITS: Record<string, string> = {
  'km/h': '公里每小时',
  'km²': '平方公里',
  'm²': '平方米',
  'm³': '立方米',
  km: '公里',
  cm: '厘米',
  mm: '毫米',
  kg: '公斤',
  kW: '千瓦',
  MW: '兆瓦',
  '℃': '摄氏度',
  '°C': '摄氏度',
  '°': '度',
  t: '吨',
  m: '米',
  g: '克',
}
const LETTERS: Record<string, string> = {
  A: '诶',
  B: '必',
  C: '西',
  D: '弟',
  E: '衣',
  F: '艾弗',
  G: '记',
  H: '艾尺',
  I: '爱',
  J: '杰',
  K: '开',
  L: '艾勒',
  M: '艾姆',
  N: '恩',
  O: '欧',
  P: '批',
  Q: '克优',
  R: '阿尔',
  S: '艾斯',
  T: '提',
  U: '优',
  V: '维',
  W: '达不溜',
  X: '艾克斯',
  Y: '歪',
  Z: '贼',
}

type Rule = [RegExp, (...groups: string[]) => string]

/** Order matters: what is most specific is read first, what remains is a plain number. */
const RULES: Rule[] = [
  [/(\d),(?=\d{3}(?!\d))/g, (_, d) => d!],
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, (_, y, m, d) => `${digitByDigit(y!)}年${cardinal(m!)}月${cardinal(d!)}日`],
  [/(\d{4})年?[-—–~～至](\d{4})年/g, (_, a, b) => `${digitByDigit(a!)}年至${digitByDigit(b!)}年`],
  [/(?<!\d)(\d{4})(?=年(?!代|来|间))/g, (_, y) => digitByDigit(y!)],
  [
    /(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)/g,
    (_, h, m) => `${cardinal(h!)}点${m === '00' ? '整' : `${m!.startsWith('0') ? '零' : ''}${cardinal(m!)}分`}`,
  ],
  [
    new RegExp(`(${NUMBER})[%％]?[-—–~～至](${NUMBER})[%％]`, 'g'),
    (_, a, b) => `百分之${decimal(a!)}至百分之${decimal(b!)}`,
  ],
  [new RegExp(`(${NUMBER})[%％]`, 'g'), (_, n) => `百分之${decimal(n!)}`],
  [new RegExp(`(${NUMBER})‰`, 'g'), (_, n) => `千分之${decimal(n!)}`],
  [/(\d+)\/(\d+)/g, (_, a, b) => `${cardinal(b!)}分之${cardinal(a!)}`],
  [new RegExp(`(${NUMBER})[-—–~～](${NUMBER})`, 'g'), (_, a, b) => `${decimal(a!)}至${decimal(b!)}`],
  [new RegExp(`(${NUMBER})[:：](${NUMBER})`, 'g'), (_, a, b) => `${decimal(a!)}比${decimal(b!)}`],
  [/(?<![\d.])(\d{3})(?=[师旅团])/g, (_, n) => digitByDigit(n!).replace(/一/g, '幺')],
  [/第(\d+)/g, (_, n) => `第${cardinal(n!)}`],
  [/(?<![\d.])(\d{3})(?=厂|工程|基地|医院)/g, (_, n) => digitByDigit(n!)],
  [/(?<![\d.])(0\d+)/g, (_, n) => digitByDigit(n!)],
  [new RegExp(`(?<![\\d.])(\\d+)(?=余?多?${MEASURES})`, 'g'), (_, n) => counted(cardinal(n!))],
  [new RegExp(NUMBER, 'g'), n => decimal(n!)],
]

function spellUnits(text: string): string {
  const pattern = new RegExp(
    `(?<=\\d)\\s*(${Object.keys(UNITS)
      .sort((a, b) => b.length - a.length)
      .join('|')})(?![a-zA-Z])`,
    'g',
  )
  return text.replace(pattern, (_, unit: string) => UNITS[unit] ?? unit)
}

/**
 * Written text → text as it is said: only Chinese characters and the pauses `，。！？；：、` remain.
 * Years go digit by digit, other numbers by value, percentages as 百分之, Latin letters by their Chinese names; brackets become pauses.
 * Applying it twice changes nothing.
 */
export function normalise(text: string): string {
  let out = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  out = spellUnits(out)
  for (const [pattern, read] of RULES) out = out.replace(pattern, read as (substring: string) => string)
  out = out
    .replace(/[A-Za-z]/g, c => LETTERS[c.toUpperCase()] ?? '')
    .replace(/[〇○]/g, '零')
    .replace(/[‘’“”'"「」『』《》〈〉·•＊*_`]/g, '')
    .replace(/…+|\.{3,}/g, '。')
    .replace(/[（）()【】[\]—–―-]+/g, '，')
    .replace(/,/g, '，')
    .replace(/\./g, '。')
    .replace(/!/g, '！')
    .replace(/\?/g, '？')
    .replace(/;/g, '；')
    .replace(/:/g, '：')
    .replace(/[^\p{Script=Han}，。！？；：、]/gu, '')
  // Two pauses in a row are one; the stronger wins.
  return out
    .replace(/[，。！？；：、]{2,}/g, run => run.match(/[。！？]/)?.[0] ?? run[0]!)
    .replace(/^[，。；：、！？]+/, '')
}
