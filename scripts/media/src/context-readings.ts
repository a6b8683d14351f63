import { readingInPhrase } from './phrase-readings.ts'
import type { Syllable } from './sandhi.ts'

/** What stands around a character: its neighbours in the clause, and where in its word it is. */
interface Place {
  before: string
  after: string
  initial: boolean
  final: boolean
  alone: boolean
  /** How many characters the word before has. */
  lengthBefore: number
  /** What the general dictionary said. */
  pinyin: string
}

/**
 * Characters whose reading follows from their neighbours more surely than from a dictionary of words.
 * Each rule returns the reading, or null to leave the dictionary's. Found by listing every polyphone of the scripts with its context.
 */
const RULES: Record<string, (place: Place) => string | null> = {
  得({ before, after, initial, alone, pinyin }) {
    if (before === '不' && after === '不') return 'de2'
    if (alone && after && (before === '' || /[就也都总还必]/.test(before)) && !/[了知奖胜]/.test(after)) return 'dei3'
    if (pinyin !== 'de2' && pinyin !== 'dei3') return null
    if (!initial) return /[获取所赢博心难求习夺自]/.test(before) ? null : 'de5'
    return alone && before && after && !/[了知奖胜来]/.test(after) ? 'de5' : null
  },
  只({ before, after }) {
    const counts =
      /[零一二三四五六七八九十百千万两几这那每半多某各船舰羊]/.test(before) && !/[是能要有会顾]/.test(after)
    return counts || after === '身' ? 'zhi1' : 'zhi3'
  },
  长({ before, after }) {
    if (/[期久远途达短度江城征沙春安年长时夜串衫袍凳桌]/.test(after)) return null
    if (/[大出高起成满草胖在]/.test(after) && !/[很最太多]/.test(before)) return 'zhang3'
    return /[团营连排班旅师军书局厅部院省市县区乡镇村队站所厂校科处股会首家员探段组室馆行船车司士]/.test(before)
      ? 'zhang3'
      : null
  },
  着({ before, after, pinyin }) {
    if (pinyin === 'zhuo2') return /[手重想陆落实色]/.test(after) || /[沉执衣穿胶附]/.test(before) ? null : 'zhe5'
    return pinyin === 'zhao2' && /[火凉]/.test(after) && /[举打喷冒烧燃]/.test(before) ? 'zhe5' : null
  },
  子({ before, after, initial, final, pinyin }) {
    if (initial || !final || pinyin !== 'zi3' || /[弟女孙夜]/.test(after)) return null
    return /[电原分粒中质离女男弟父母学王太君才孔孟老庄赤莲棋石独长次游天孝骄公量童]/.test(before) ? null : 'zi5'
  },
  里({ before, after, alone }) {
    if (!alone && !/[屋家心手村城夜院房嘴眼怀县厂店箱袋包山河水地天店校车船]/.test(before)) return null
    return before && !/[零一二三四五六七八九十百千万几多公英华海邻故这那哪]/.test(before) && !/[面边头外程]/.test(after)
      ? 'li5'
      : null
  },
  地({ alone, before, after, lengthBefore }) {
    if (/[块亩片寸]/.test(before)) return null
    // After a whole word and before a verb: 高兴地看, 大规模地发动. A noun of that kind is one word: 庄稼地, 开阔地.
    return alone && lengthBefore > 1 && after && !/[的里上下面方图点震区球主盘形势名板道头层皮]/.test(after)
      ? 'de5'
      : null
  },
  铺({ after }) {
    return /[着沙向好上一了满木设轨路平枕垫开在成到]/.test(after) ? 'pu1' : null
  },
}

/** Applies the rules, those of phrases first, to a clause given as words; syllables from the lexicon stay as they are. */
export function readInContext(words: readonly (readonly Syllable[])[]): Syllable[][] {
  const flat = words.flat()
  const clause = flat.map(s => s.char).join('')
  let at = 0
  return words.map((word, nth) =>
    word.map((syllable, i) => {
      const place = {
        before: flat[at - 1]?.char ?? '',
        after: flat[at + 1]?.char ?? '',
        initial: i === 0,
        final: i === word.length - 1,
        alone: word.length === 1,
        lengthBefore: words[nth - 1]?.length ?? 0,
        pinyin: syllable.pinyin,
      }
      const reading = syllable.fixed ? null : (readingInPhrase(clause, at) ?? RULES[syllable.char]?.(place))
      at += 1
      return reading ? { ...syllable, pinyin: reading } : syllable
    }),
  )
}
