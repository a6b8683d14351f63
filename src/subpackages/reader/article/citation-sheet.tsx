import { Text, View } from '@tarojs/components'
import type { Ledger, LedgerEvent, LedgerPerson } from '@domain/feed/types'
import { formatFuzzyDate } from '@domain/time/format'
import { Failed } from '@/components/failed'
import { FactTable, type Fact } from '@/components/fact-card'
import type { Citation } from '@/components/rich-text'
import { Sheet } from '@/components/sheet'
import { readLedger } from '@/services/feed/feed'
import { useResource } from '@/stores/resource'

/** The card behind a cited date, name or figure: what, when, on what basis. */
export function CitationSheet({ citation, onClose }: { citation?: Citation; onClose: () => void }) {
  const ledger = useResource(citation ? 'ledger' : 'none', () => (citation ? readLedger() : Promise.resolve(undefined)))
  if (!citation) return null
  if (ledger.status === 'failed') {
    return (
      <Sheet open title="事实卡" onClose={onClose}>
        <Failed {...ledger} />
      </Sheet>
    )
  }
  const card = ledger.status === 'ready' && ledger.value ? cardOf(ledger.value, citation) : undefined
  return (
    <Sheet open title={card?.title ?? '正在打开…'} kind={card?.kind} onClose={onClose}>
      {card && (
        <View>
          <Text className="fact-summary">{card.summary}</Text>
          <FactTable facts={card.facts} />
        </View>
      )}
    </Sheet>
  )
}

interface FactCard {
  kind: string
  title: string
  summary: string
  facts: Fact[]
}

function cardOf(ledger: Ledger, { kind, id }: Citation): FactCard | undefined {
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

function eventFacts(event: LedgerEvent, ledger: Ledger): Fact[] {
  const when =
    formatFuzzyDate(event.date) + (event.end ? ` 至 ${formatFuzzyDate(event.end)}` : '') + (event.circa ? '（约）' : '')
  const people = event.people.flatMap(id => ledger.people.find(it => it.id === id)?.name ?? [])
  return [
    { name: '日期', value: when },
    ...(event.place ? [{ name: '地点', value: event.place }] : []),
    ...(people.length ? [{ name: '人物', value: people.join('、') }] : []),
    ...event.figures.map(figure => ({ name: figure.what, value: figure.value })),
    { name: '依据', value: basisWords(event, ledger) },
  ]
}

function personFacts(person: LedgerPerson, ledger: Ledger): Fact[] {
  const life = [person.born && formatFuzzyDate(person.born), person.died && formatFuzzyDate(person.died)]
    .filter(Boolean)
    .join(' — ')
  return [
    ...(life ? [{ name: '生卒', value: life }] : []),
    ...(person.native ? [{ name: '籍贯', value: person.native }] : []),
    ...(person.aliases.length ? [{ name: '又称', value: person.aliases.join('、') }] : []),
    { name: '依据', value: basisWords(person, ledger) },
  ]
}

function basisWords(it: { basis: string; verifyIn: string[] }, ledger: Ledger): string {
  const titles = it.verifyIn.map(id => ledger.sources.find(source => source.id === id)?.title ?? id).join('、')
  const basis = it.basis === 'recalled' ? '凭记忆撰写' : it.basis
  return titles ? `${basis}；可在${titles}核对` : basis
}
