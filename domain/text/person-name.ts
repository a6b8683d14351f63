import { withoutUnshown } from './shown'

/** Chinese characters, by hand as in ./shown: older iPhones refuse to parse their name, and what looks behind. */
const HAN =
  '[\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}]'
/** What people write for the middle dot of a Uyghur, Tibetan or foreign name. */
const DOTS = /\s*[\u00b7\u2022\u2027\u2219\u22c5\u30fb]\s*/g
const FULL_STOP = new RegExp(`(${HAN})\\s*\\.\\s*(?=${HAN})`, 'gu')
const PADDING = new RegExp(`(${HAN}) (?=${HAN})`, 'gu')

/**
 * A person's name as it is stored and compared: full-width letters narrow, no space between Chinese characters (两字的名字
 * are often padded to three), one form of the middle dot, one space elsewhere, nothing invisible.
 */
export function personName(text: string): string {
  return withoutUnshown(text.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DOTS, '·')
    .replace(FULL_STOP, '$1·')
    .replace(PADDING, '$1')
}
