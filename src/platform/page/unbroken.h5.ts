import { JOINER } from '@domain/text/line-ends'

/** em: a longer word may be wider than a phone in the largest type, where words are as large as a title's. */
const LONGEST = 4

/** Joins the characters of each word of Chinese, where the browser can tell words. */
export function unbroken(title: string, longest = LONGEST): string {
  // Not before Chrome 87, Safari 14.1 and Firefox 125.
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return title
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)
  return Array.from(words, ({ segment }) =>
    segment.length <= longest ? segment.split('').join(JOINER) : segment,
  ).join('')
}
