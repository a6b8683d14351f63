import { mentionSpan } from '../dates/agree'
import type { DaySpan } from '../dates/fuzzy'
import { findMentions } from '../dates/mentions'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorOn, type At, type Problem } from '../problem'
import { paragraphsOf, type TextDoc } from '../corpus/corpus'

const LATER = /随后|同年|次日|不久|此后/u

/** After 随后, 同年, 次日, 不久 or 此后 a cited date is not earlier than the one cited before it in the same paragraph; 同年 keeps the year. */
export function checkOrder(at: At, doc: TextDoc, index: LedgerIndex): Problem[] {
  const problems: Problem[] = []
  for (const paragraph of paragraphsOf(doc)) {
    let last: { span: DaySpan; text: string } | undefined
    let between = ''
    for (const span of paragraph.spans) {
      const event = span.kind === 'event' ? index.events.get(span.id)?.value : undefined
      const mention = event && findMentions(span.text.normalize('NFKC'))[0]
      if (!event || !mention) {
        between += span.text
        continue
      }
      const here = mentionSpan(mention, event.date, event.end)
      const word = LATER.exec(between)?.[0]
      if (last && word !== undefined && here.to < last.span.from) {
        problems.push(
          errorOn(
            at,
            span.line,
            `“${word}”之后的“${span.text}”早于前面的“${last.text}”；应当理顺先后，或去掉“${word}”`,
          ),
        )
      } else if (last && /同年$/u.test(between) && Math.floor(here.from / 10000) > Math.floor(last.span.to / 10000)) {
        problems.push(errorOn(at, span.line, `“同年${span.text}”与前面的“${last.text}”不在同一年；应当写出年份`))
      }
      last = { span: here, text: span.text }
      between = ''
    }
  }
  return problems
}
