import { overlaps, spanOf, type DaySpan } from '../dates/fuzzy'
import type { PersonSource } from '../schema/person'
import { comparable } from '../text/comparable'

/** Words that end a title of office. A prefix that ends otherwise (青年, 战士, 父亲) describes and is not checked. */
const OFFICE_END =
  /(?:长|书记|委员|主席|总理|总统|总裁|司令|司令员|政委|主任|代表|元帅|将军|上将|中将|少将|大将|大使|教授|总编|主编|编辑|特派员|干事|指挥|参谋|顾问|常委|副官|专员|领事|秘书)$/u
/** 时任, 现任 … introduce an office; 前, 原 and 后来的 say that it is another time. */
const INTRODUCTION = /^(?:时任|当时的|当时担任|身为|担任|作为|兼任|兼)/u
const ANOTHER_TIME = /^(?:前(?![敌委线锋卫])|原(?!子)|曾任|后来的|后任|未来的)/u
/** The same at the end of plain words that lead up to an office. */
const ANOTHER_TIME_BEFORE = /(?:前|原|曾任|曾是|当过|做过|后来[^，。]*|后任|未来的|升任|改任|出任)$/u

/**
 * Whether the words of a person citation agree with the ledger: they contain the name or an alias, and an office said before
 * the name was held at one of the given times (an empty list checks only that the office was ever held).
 * @returns undefined when they agree, else what is wrong and what to write.
 */
export function personDisagreement(words: string, person: PersonSource, times: readonly DaySpan[]): string | undefined {
  const said = comparable(words)
  const name = [person.name, ...person.aliases]
    .map(comparable)
    .sort((a, b) => b.length - a.length)
    .find(known => known !== '' && said.includes(known))
  if (name === undefined) {
    return `引文“${words}”里没有 ${person.id} 的姓名（${[person.name, ...person.aliases].join('、')}）；应当改字面，或在 content/people.yml 的 aliases 里补上`
  }
  const prefix = said.slice(0, said.indexOf(name))
  const another = ANOTHER_TIME.test(prefix)
  const office = prefix.replace(INTRODUCTION, '').replace(ANOTHER_TIME, '')
  if (!OFFICE_END.test(office)) return undefined
  const held = person.offices.filter(({ title }) => {
    const known = comparable(title)
    return known === office || (office.length >= 2 && known.includes(office)) || office.includes(known)
  })
  if (held.length === 0) {
    return `“${words}”里的职务“${office}”不在 ${person.id} 的 offices 里；应当去掉职务，或核实后在 content/people.yml 里补上任期`
  }
  return another ? undefined : outOfOffice(words, held, times)
}

/**
 * Whether an office that stands in plain words right before a cited name (`国务院总理[周恩来](…)`) was held at one of the given
 * times. Only offices that the ledger knows can be checked.
 * @returns undefined when it was, else what is wrong and what to write.
 */
export function officeBefore(before: string, person: PersonSource, times: readonly DaySpan[]): string | undefined {
  const said = comparable(before)
  // Titles shorter than this (主席, 书记) end the titles of other offices.
  const titles = person.offices
    .map(({ title }) => title)
    .filter(title => title.length >= 3 && said.endsWith(comparable(title)))
  const title = titles.sort((a, b) => b.length - a.length)[0]
  if (title === undefined || ANOTHER_TIME_BEFORE.test(said.slice(0, said.length - comparable(title).length)))
    return undefined
  return outOfOffice(
    `${title}${person.name}`,
    person.offices.filter(office => office.title === title),
    times,
  )
}

/** The end of plain words that looks like an office, whoever holds it. */
export function officeWords(before: string): string | undefined {
  const words = /[\p{Script=Han}]+$/u.exec(before)?.[0]
  return words !== undefined && OFFICE_END.test(words) ? words : undefined
}

function outOfOffice(words: string, held: PersonSource['offices'], times: readonly DaySpan[]): string | undefined {
  const termOf = ({ from, to }: (typeof held)[number]) =>
    to === undefined ? { from: spanOf(from).from, to: 99991231 } : spanOf(from, to)
  if (times.length === 0 || held.some(office => times.some(time => overlaps(time, termOf(office))))) return undefined
  const terms = held.map(({ title, from, to }) => `${title} ${from} 至 ${to ?? '今'}`).join('、')
  return `“${words}”所讲的时间不在任期之内（${terms}）；应当改用当时的职务，或去掉职务`
}
