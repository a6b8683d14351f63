import type { DayEntry, Ledger, LedgerEvent, LedgerPerson } from '@domain/catalog/types'
import { formatFullDay, formatFuzzyDate } from '@domain/time/format'
import type { Fact } from '../fact-card'
import type { Citation } from '../rich-text'

export interface LedgerCardWords {
  kind: string
  title: string
  summary: string
  facts: Fact[]
}

/** What the ledger says of a cited event, person or term; undefined when it has no such entry. */
export function cardOf(ledger: Ledger, { kind, id }: Citation): LedgerCardWords | undefined {
  if (kind === 'person') {
    const person = ledger.people.find(it => it.id === id)
    return (
      person && {
        kind: '事实卡 · 人物',
        title: person.name,
        summary: person.summary,
        facts: personFacts(person, ledger),
      }
    )
  }
  if (kind === 'term') {
    const term = ledger.glossary.find(it => it.id === id)
    return term && { kind: '名词', title: term.term, summary: term.text, facts: [] }
  }
  const event = ledger.events.find(it => it.id === id)
  return (
    event && { kind: '事实卡 · 事件', title: event.title, summary: event.summary, facts: eventFacts(event, ledger) }
  )
}

/** The card of a day's entry that no event stands behind. @param day `MM-DD` */
export function dayCard(ledger: Ledger, day: string, entry: DayEntry): LedgerCardWords {
  return {
    kind: '事实卡 · 这一天',
    title: formatFuzzyDate(`${entry.year}-${day}`),
    summary: entry.text,
    facts: [{ name: '依据', value: basisWords(entry, ledger) }, ...correctedFact(entry)],
  }
}

/** An event's date in words: to its end, and whether it is only about then. */
export function eventDate(event: LedgerEvent): string {
  return (
    formatFuzzyDate(event.date) + (event.end ? ` 至 ${formatFuzzyDate(event.end)}` : '') + (event.circa ? '（约）' : '')
  )
}

/** A person's life in words, or nothing when neither end is known. */
export function lifeDates(person: LedgerPerson): string {
  if (!person.died) return person.born ? `${formatFuzzyDate(person.born)}生` : ''
  return person.born
    ? `${formatFuzzyDate(person.born)} — ${formatFuzzyDate(person.died)}`
    : `${formatFuzzyDate(person.died)}去世`
}

function eventFacts(event: LedgerEvent, ledger: Ledger): Fact[] {
  const people = event.people.flatMap(id => ledger.people.find(it => it.id === id)?.name ?? [])
  return [
    { name: '日期', value: eventDate(event) },
    ...(event.place ? [{ name: '地点', value: event.place }] : []),
    ...(people.length ? [{ name: '人物', value: people.join('、') }] : []),
    ...event.figures.map(figure => ({ name: figure.what, value: figure.value })),
    { name: '依据', value: basisWords(event, ledger) },
    ...correctedFact(event),
  ]
}

function personFacts(person: LedgerPerson, ledger: Ledger): Fact[] {
  const life = lifeDates(person)
  const offices = person.offices.map(
    ({ title, from, to }) => `${title}（${formatFuzzyDate(from)}${to ? `至${formatFuzzyDate(to)}` : '起'}）`,
  )
  return [
    ...(life ? [{ name: '生卒', value: life }] : []),
    ...(person.native ? [{ name: '籍贯', value: person.native }] : []),
    ...(person.aliases.length ? [{ name: '又称', value: person.aliases.join('、') }] : []),
    ...(offices.length ? [{ name: '任职', value: offices.join('；') }] : []),
    { name: '依据', value: basisWords(person, ledger) },
    ...correctedFact(person),
  ]
}

function correctedFact({ corrected }: Pick<LedgerEvent, 'corrected'>): Fact[] {
  return corrected ? [{ name: '已更正', value: `${formatFullDay(corrected.on)}：${corrected.note}` }] : []
}

function basisWords(it: { basis: string; verifyIn: string[] }, ledger: Ledger): string {
  const titles = it.verifyIn.map(id => ledger.sources.find(source => source.id === id)?.title ?? id).join('、')
  const basis = it.basis === 'recalled' ? '凭记忆撰写' : it.basis
  return titles ? `${basis}；可在${titles}核对` : basis
}
