import { mentionAgrees } from '../dates/agree'
import { findMentions } from '../dates/mentions'
import type { EventSource } from '../schema/event'
import { containsWords, comparable } from '../text/comparable'
import { numbersIn } from '../text/numerals'

/** Dates that lean on the sentence before. */
const RELATIVE =
  /^(?:同年|同月|同日|这年|这一年|这个月|这一天|当年|当月|当天|当日|次年|次月|次日|翌年|翌日|第二年|第二天|年初|年底|月底)/u

const showDate = (event: EventSource) => (event.end === undefined ? event.date : `${event.date} 至 ${event.end}`)

/**
 * Whether the words of an event citation agree with the ledger. Words with a date must agree in every number they say; words
 * without one must be a title, alias, name, place or figure of the event.
 * @returns undefined when they agree, else what is wrong and what to write.
 */
export function disagreement(words: string, event: EventSource): string | undefined {
  const mentions = findMentions(words.normalize('NFKC'))
  if (mentions.length > 0) {
    if (mentions.every(mention => mentionAgrees(mention, event.date, event.end))) return undefined
    // 五月会议, 12月党章: a title can look like a date.
    if (isNamed(words, event)) return undefined
    const more =
      mentions.some(mention => mention.d !== undefined) && event.date.length < 10
        ? '（总账没有写到日，文中也不能写到日）'
        : ''
    return `引文“${words}”与总账不符：${event.id} 的日期是 ${showDate(event)}${more}；应当改字面，或核实后改 content/events.yml（计划中的年份写在 names 里）`
  }
  if (isNamed(words, event)) return undefined
  if (RELATIVE.test(words)) return `引文“${words}”是相对的日期，无法核对；应当写出年月日，或不写成引文`
  const said = numbersIn(words)
  if (said.length > 0) {
    const figures = event.figures.flatMap(figure => numbersIn(figure.value))
    if (said.every(number => figures.includes(number))) return undefined
    return `引文“${words}”里的数字不在 ${event.id} 的 figures 里（现有：${event.figures.map(figure => figure.what + figure.value).join('、') || '无'}）；应当改字面，或核实后在总账里补上这个数字`
  }
  return `引文“${words}”不是 ${event.id}（${event.title}）的名称、别名、专名、地点或数字；应当改字面，或在总账的 aliases、names 里补上`
}

/** The texts by which an event may be named. */
export function namesOf(event: EventSource): string[] {
  return [event.title, ...event.aliases, ...event.names, ...(event.place === undefined ? [] : [event.place])]
}

function isNamed(words: string, event: EventSource): boolean {
  const said = comparable(words)
  const known = [...namesOf(event), ...event.figures.flatMap(figure => [figure.value, figure.what + figure.value])].map(
    comparable,
  )
  return known.some(
    name =>
      name === said ||
      (said.length >= 2 && containsWords(name, said)) ||
      (name.length >= 2 && containsWords(said, name) && !/^\d+$/u.test(name)),
  )
}
