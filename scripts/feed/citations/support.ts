import { mentionAgrees, mentionsAgree } from '../dates/agree'
import { findMentions } from '../dates/mentions'
import type { LedgerIndex } from '../corpus/ledger-index'
import { plainText, type ParagraphBlock } from '../corpus/corpus'
import { containsWords, comparable } from '../text/comparable'
import { numbersIn } from '../text/numerals'
import { namesOf } from './event'

/** Characters that carry no matter of their own. */
export const EMPTY = /[的了是在和与于由对为以及其被把将从到等这那一有也都]/u

function pairs(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2)
    if (!EMPTY.test(pair)) found.push(pair)
  }
  return found
}

/** Share of the two-character words of `words` that occur in `text`, both comparable; 1 when there are none to look for. */
export function coverage(text: string, words: string): number {
  const wanted = pairs(words)
  return wanted.length === 0 ? 1 : wanted.filter(pair => text.includes(pair)).length / wanted.length
}

/** Whether a paragraph proves an answer: by its words, by another name of the same event or person, by date, or by number. */
export function supports(paragraph: ParagraphBlock, answer: string, index: LedgerIndex): boolean {
  const text = comparable(plainText(paragraph.spans))
  const words = comparable(answer)
  if (containsWords(text, words) || (index.otherNames.get(words) ?? []).some(name => containsWords(text, name)))
    return true
  // 登封市 is told as 登封.
  const place = words.replace(/(?<=..)[省市县区镇乡村]$/u, '')
  if (place !== words && containsWords(text, place)) return true
  const cited = paragraph.spans.flatMap(span => {
    const event = span.kind === 'event' ? index.events.get(span.id)?.value : undefined
    return event ? [event] : []
  })
  if (cited.some(event => namesOf(event).some(name => comparable(name) === words))) return true
  const plain = answer.normalize('NFKC')
  const mentions = findMentions(plain)
  if (mentions.length > 0) {
    const said = findMentions(plainText(paragraph.spans).normalize('NFKC'))
    const dated = mentions.every(
      mention =>
        said.some(other => mentionsAgree(mention, other)) ||
        cited.some(({ date, end }) => mentionAgrees(mention, date, end)),
    )
    const rest = comparable(
      mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), plain),
    )
    return dated && (rest.length < 3 || coverage(text, rest) >= 0.5)
  }
  const numbers = numbersIn(answer)
  const known = numbersIn(plainText(paragraph.spans))
  if (!numbers.every(number => known.includes(number))) return false
  if (numbers.length > 0 && words.replace(/[\d.%]/gu, '').length <= 2) return true
  return words.length >= 5 && coverage(text, words) >= 0.6
}
