import { overlaps, spanOf, type DaySpan } from '../dates/fuzzy'
import type { PersonSource } from '../schema/person'
import { normalise } from '../text/normalise'

/** Words that end a title of office. A prefix that ends otherwise (青年, 战士, 父亲) describes and is not checked. */
const OFFICE_END =
  /(?:长|书记|委员|主席|总理|总统|总裁|司令|司令员|政委|主任|代表|元帅|将军|上将|中将|少将|大将|大使|教授|总编|主编|编辑|特派员|干事|指挥|参谋|顾问|常委|副官|专员|领事|秘书)$/u
/** 时任, 现任 … introduce an office; 前, 原 and 后来的 say that it is another time. */
const INTRODUCTION = /^(?:时任|当时的|当时担任|身为|担任|作为|兼任|兼)/u
const ANOTHER_TIME = /^(?:前|原|曾任|后来的|后任|未来的)/u

/**
 * Whether the words of a person citation agree with the ledger: they contain the name or an alias, and an office said before
 * the name was held at one of the given times (an empty list checks only that the office was ever held).
 * @returns undefined when they agree, else what is wrong and what to write.
 */
export function personDisagreement(words: string, person: PersonSource, times: readonly DaySpan[]): string | undefined {
  const said = normalise(words)
  const name = [person.name, ...person.aliases]
    .map(normalise)
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
    const known = normalise(title)
    return known === office || (office.length >= 2 && known.includes(office)) || office.includes(known)
  })
  if (held.length === 0) {
    return `“${words}”里的职务“${office}”不在 ${person.id} 的 offices 里；应当去掉职务，或核实后在 content/people.yml 里补上任期`
  }
  if (another || times.length === 0) return undefined
  const inOffice = held.some(({ from, to }) =>
    times.some(time => overlaps(time, to === undefined ? { from: spanOf(from).from, to: 99991231 } : spanOf(from, to))),
  )
  if (inOffice) return undefined
  const terms = held.map(({ title, from, to }) => `${title} ${from} 至 ${to ?? '今'}`).join('、')
  return `“${words}”所讲的时间不在任期之内（${terms}）；应当改用当时的职务，或去掉职务`
}
