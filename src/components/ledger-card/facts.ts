import type { DayEntry } from '@domain/catalog/calendar'
import { eventDate } from '@domain/catalog/event-date'
import type { Ledger, LedgerEvent, LedgerPerson } from '@domain/catalog/ledger'
import { formatFullDay } from '@domain/time/format'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { dayEntryId, daysVolume, eventsVolume, LEDGER_FILE, TERMS_FILE } from '@domain/catalog/volume-names'
import type { ReactNode } from 'react'
import type { Fact } from '../fact-card'
import { inLine } from '../line-breaks'
import type { Citation } from '../rich-text'

export interface LedgerCardWords {
  kind: string
  title: string
  summary: string
  facts: Fact[]
}

/** Shows what an entry of a feed file stands on. */
export type ShowSources = (file: string, id: string) => ReactNode

/** What the ledger says of a cited event, person or term; undefined when it has no such entry. */
export function cardOf(ledger: Ledger, { kind, id }: Citation, sources: ShowSources): LedgerCardWords | undefined {
  if (kind === 'person') {
    const person = ledger.people.find(it => it.id === id)
    return (
      person && {
        kind: '事实卡 · 人物',
        title: person.name,
        summary: person.summary,
        facts: [
          ...personFacts(person),
          ...basisFacts(person, ledger, () => sources(LEDGER_FILE, id)),
          ...correctedFact(person),
        ],
      }
    )
  }
  if (kind === 'term') {
    const term = ledger.glossary.find(it => it.id === id)
    return (
      term && {
        kind: '名词',
        title: term.term,
        summary: term.text,
        facts: basisFacts(term, ledger, () => sources(TERMS_FILE, id)),
      }
    )
  }
  const event = ledger.events.find(it => it.id === id)
  return (
    event && {
      kind: '事实卡 · 事件',
      title: event.title,
      summary: event.summary,
      facts: [
        ...eventFacts(event, ledger),
        ...basisFacts(event, ledger, () => sources(eventsVolume(event.period), id)),
        ...correctedFact(event),
      ],
    }
  )
}

/** The card of a day's entry that no event stands behind. @param day `MM-DD` */
export function dayCard(ledger: Ledger, day: string, entry: DayEntry, sources: ShowSources): LedgerCardWords {
  const file = daysVolume(Number(day.slice(0, 2)))
  return {
    kind: '事实卡 · 这一天',
    title: formatFuzzyDate(`${entry.year}-${day}`),
    summary: entry.text,
    facts: [...basisFacts(entry, ledger, () => sources(file, dayEntryId(day, entry.year))), ...correctedFact(entry)],
  }
}

/** A person's life in words, or nothing when neither end is known. */
function lifeDates(person: LedgerPerson): string {
  if (!person.died) return person.born ? `${formatFuzzyDate(person.born)}生` : ''
  return person.born
    ? inLine(`${formatFuzzyDate(person.born)} — ${formatFuzzyDate(person.died)}`)
    : `${formatFuzzyDate(person.died)}去世`
}

function eventFacts(event: LedgerEvent, ledger: Ledger): Fact[] {
  const people = event.people.flatMap(id => ledger.people.find(it => it.id === id)?.name ?? [])
  return [
    { name: '日期', value: eventDate(event) },
    ...(event.place ? [{ name: '地点', value: event.place }] : []),
    ...(people.length ? [{ name: '人物', value: people.join('、') }] : []),
    ...event.figures.map(figure => ({ name: figure.what, value: figure.value })),
  ]
}

function personFacts(person: LedgerPerson): Fact[] {
  const life = lifeDates(person)
  const offices = person.offices.map(
    ({ title, from, to }) => `${title}（${formatFuzzyDate(from)}${to ? `至${formatFuzzyDate(to)}` : '起'}）`,
  )
  return [
    ...(life ? [{ name: '生卒', value: life }] : []),
    ...(person.native ? [{ name: '籍贯', value: person.native }] : []),
    ...(person.aliases.length ? [{ name: '又称', value: person.aliases.join('、') }] : []),
    ...(offices.length ? [{ name: '任职', value: offices.join('；') }] : []),
  ]
}

function correctedFact({ corrected }: Pick<LedgerEvent, 'corrected'>): Fact[] {
  return corrected ? [{ name: '已更正', value: `${formatFullDay(corrected.on)}：${corrected.note}` }] : []
}

/** What it stands on, or where it can be checked. */
function basisFacts(it: { basis: string; verifyIn: string[] }, ledger: Ledger, sources: () => ReactNode): Fact[] {
  const titles = it.verifyIn.map(id => ledger.works.find(work => work.id === id)?.title ?? id).join('、')
  const checked = titles ? `可在${titles}核对` : ''
  if (it.basis === 'sources') return [{ name: '依据', value: sources() }]
  const basis = it.basis === 'recalled' ? '凭记忆撰写' : it.basis
  return [{ name: '依据', value: checked ? `${basis}；${checked}` : basis }]
}
