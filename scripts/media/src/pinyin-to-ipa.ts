/**
 * Numbered pinyin → the phoneme letters that Kokoro-82M v1.0 was trained on for Mandarin.
 * The correspondence of sounds is a fact (Duanmu 2007, Lin 2007; misaki documents which variant the model saw);
 * the table is ours. Tones are arrows written on the vowel: → ↗ ↓ ↘, none for the neutral tone.
 */

const INITIALS: Record<string, string> = {
  b: 'p',
  p: 'pʰ',
  m: 'm',
  f: 'f',
  d: 't',
  t: 'tʰ',
  n: 'n',
  l: 'l',
  g: 'k',
  k: 'kʰ',
  h: 'x',
  j: 'ʨ',
  q: 'ʨʰ',
  x: 'ɕ',
  zh: 'ꭧ',
  ch: 'ꭧʰ',
  sh: 'ʂ',
  r: 'ɻ',
  z: 'ʦ',
  c: 'ʦʰ',
  s: 's',
}

/** `*` marks where the tone arrow stands. */
const FINALS: Record<string, string> = {
  a: 'a*',
  ai: 'ai*',
  an: 'a*n',
  ang: 'a*ŋ',
  ao: 'au*',
  e: 'ɤ*',
  ei: 'ei*',
  en: 'ə*n',
  eng: 'ə*ŋ',
  er: 'ɚ*',
  o: 'wo*',
  ou: 'ou*',
  ong: 'ʊ*ŋ',
  i: 'i*',
  ia: 'ja*',
  ian: 'jɛ*n',
  iang: 'ja*ŋ',
  iao: 'jau*',
  ie: 'je*',
  in: 'i*n',
  ing: 'i*ŋ',
  iong: 'jʊ*ŋ',
  iu: 'jou*',
  u: 'u*',
  ua: 'wa*',
  uai: 'wai*',
  uan: 'wa*n',
  uang: 'wa*ŋ',
  ui: 'wei*',
  un: 'wə*n',
  uo: 'wo*',
  ueng: 'wə*ŋ',
  ü: 'y*',
  üe: 'ɥe*',
  üan: 'ɥɛ*n',
  ün: 'y*n',
  ê: 'ɛ*',
  io: 'jɔ*',
}

const ZERO_INITIAL: Record<string, string> = {
  yi: 'i',
  ya: 'ia',
  yan: 'ian',
  yang: 'iang',
  yao: 'iao',
  ye: 'ie',
  yin: 'in',
  ying: 'ing',
  yong: 'iong',
  you: 'iu',
  yo: 'io',
  wu: 'u',
  wa: 'ua',
  wai: 'uai',
  wan: 'uan',
  wang: 'uang',
  wei: 'ui',
  wen: 'un',
  wo: 'uo',
  weng: 'ueng',
  yu: 'ü',
  yue: 'üe',
  yuan: 'üan',
  yun: 'ün',
}

const TONES = ['', '→', '↗', '↓', '↘', '']

function split(base: string): { initial: string; final: string } | null {
  const zero = ZERO_INITIAL[base]
  if (zero) return { initial: '', final: zero }
  if (base === 'o') return { initial: '', final: 'ɔ' }
  if (FINALS[base] && !/^[iuü]/.test(base)) return { initial: '', final: base }
  const initial = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/.exec(base)?.[0]
  if (!initial) return null
  let final = base.slice(initial.length)
  if (/[jqx]/.test(initial)) final = final.replace(/^u/, 'ü')
  if (final === 'ue') final = 'üe'
  return { initial, final }
}

/**
 * One syllable of numbered pinyin (`zhong1`, `lv4` or `lü4`, neutral `de5` or `de0`) as Kokoro phonemes, an erhua `r` included.
 * Returns null when the syllable is not Mandarin, so that the caller can say which one.
 */
export function pinyinToIpa(syllable: string): string | null {
  const match = /^([a-zêü]+)([0-5])$/.exec(syllable.toLowerCase().replace(/v|u:/g, 'ü'))
  if (!match) return null
  const [, base = '', digit = '5'] = match
  const tone = TONES[Number(digit)] ?? ''
  const parts = split(base)
  if (!parts) return null
  if (parts.final === 'ɔ') return `ɔ${tone}`
  if (parts.final === 'i' && /^(zh|ch|sh|r|z|c|s)$/.test(parts.initial)) return `${INITIALS[parts.initial]}ɨ${tone}`
  const final = FINALS[parts.final]
  if (!final) return null
  return (INITIALS[parts.initial] ?? '') + final.replace('*', tone)
}
