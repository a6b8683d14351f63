import { keepWords, wordLengths } from '@domain/text/line-ends'

/** Joins the characters of each word of Chinese, where the browser can tell words. */
export function unbroken(title: string, longest?: number): string {
  // Not before Chrome 87, Safari 14.1 and Firefox 125.
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return title
  return keepWords(title, wordLengths(new Intl.Segmenter('zh', { granularity: 'word' }).segment(title), longest))
}
