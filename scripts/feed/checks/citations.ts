import { disagreement } from '../citations/event'
import { officeBefore, personDisagreement } from '../citations/person'
import { mentionSpan } from '../dates/agree'
import { parseFuzzy, spanOf, spanOfParts, type DaySpan } from '../dates/fuzzy'
import { findMentions } from '../dates/mentions'
import { withheldNote, type LedgerIndex } from '../corpus/ledger-index'
import { errorOn, type At, type Problem } from '../problem'
import { waitFor } from './waiting'
import { paragraphsOf, type ParagraphBlock, type TextDoc, type TextSpan } from '../corpus/corpus'

/** Every citation of a text points at something that exists and says what the ledger says. */
export function checkCitations(at: At, doc: TextDoc, date: string, index: LedgerIndex): Problem[] {
  const problems: Problem[] = []
  let before: DaySpan[] = [spanOf(date)]
  for (const paragraph of paragraphsOf(doc)) {
    const times = timesOf(paragraph, index)
    // A paragraph without a date speaks of the time last spoken of.
    if (times.length > 0) before = times
    // What time an event that could not be read has is not known, so no office is measured by it.
    if (paragraph.spans.some(span => span.kind === 'event' && index.broken.has(span.id))) before = []
    paragraph.spans.forEach((span, position) => {
      problems.push(...checkSpan(at, span, before, index))
      const led = paragraph.spans[position - 1]
      const person = span.kind === 'person' && led?.kind === 'text' ? index.people.get(span.id)?.value : undefined
      const wrong = person && officeBefore(led!.text, person, before)
      if (wrong !== undefined) problems.push(errorOn(at, span.line, wrong))
    })
  }
  for (const { spans } of [...doc.why, ...doc.keyPoints])
    for (const span of spans) problems.push(...checkSpan(at, span, [], index))
  return problems
}

function checkSpan(at: At, span: TextSpan, times: readonly DaySpan[], index: LedgerIndex): Problem[] {
  if (span.kind === 'text' || span.kind === 'strong') return []
  if (index.broken.has(span.id)) return [waitFor(span.id, at)]
  const withheld = withheldNote(index, span.kind, span.id)
  if (withheld !== undefined)
    return [errorOn(at, span.line, `引文“${span.text}”指向的 ${span.id} ${withheld}；应当去掉引文和它所说的事`)]
  if (span.kind === 'event') {
    const event = index.events.get(span.id)
    if (!event)
      return [
        errorOn(
          at,
          span.line,
          `引文“${span.text}”指向的事件 ${span.id} 不在 content/events.yml 里；应当改编号，或先在总账里写这一条`,
        ),
      ]
    const wrong = disagreement(span.text, event.value)
    return wrong === undefined ? [] : [errorOn(at, span.line, wrong)]
  }
  if (span.kind === 'person') {
    const person = index.people.get(span.id)
    if (!person)
      return [
        errorOn(
          at,
          span.line,
          `引文“${span.text}”指向的人物 ${span.id} 不在 content/people.yml 里；应当改编号，或先在总账里写这一条`,
        ),
      ]
    const wrong = personDisagreement(span.text, person.value, times)
    return wrong === undefined ? [] : [errorOn(at, span.line, wrong)]
  }
  if (!index.articles.has(span.id)) {
    return [errorOn(at, span.line, `链接“${span.text}”指向的文章 ${span.id} 不存在；应当改编号，或去掉链接`)]
  }
  return []
}

/** The times a paragraph speaks of: its cited dates and the years it says plainly. */
function timesOf(paragraph: ParagraphBlock, index: LedgerIndex): DaySpan[] {
  return paragraph.spans.flatMap(span => {
    const mentions = findMentions(span.text.normalize('NFKC'))
    if (span.kind === 'event') {
      const event = index.events.get(span.id)?.value
      if (!event || parseFuzzy(event.date) === undefined) return []
      return mentions.length > 0
        ? mentions.map(mention => mentionSpan(mention, event.date, event.end))
        : [spanOf(event.date, event.end)]
    }
    return mentions.flatMap(({ y, m, d }) =>
      y === undefined ? [] : [spanOfParts({ y, ...(m === undefined ? {} : { m }), ...(d === undefined ? {} : { d }) })],
    )
  })
}
