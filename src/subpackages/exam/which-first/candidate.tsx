import { Text, View } from '@tarojs/components'
import type { Ledger, LedgerEvent } from '@domain/catalog/ledger'
import type { Side } from '@domain/quiz/which-first'
import { eventsVolume } from '@domain/catalog/volume-names'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { FactTable } from '@/components/fact-card'
import { cardOf } from '@/components/ledger-card/facts'
import { Sources } from '@/layout/facts/provenance'

interface Props {
  side: Side
  event: LedgerEvent
  ledger: Ledger
  /** Both lie open. */
  answered: boolean
  /** It was the earlier one. */
  first: boolean
  chosen: boolean
  onChoose: () => void
}

/** What of the card is shown here: when, where, and on what basis. */
const SHOWN = ['日期', '地点', '依据', '已更正']

/** One of two events: a name to press, then its card. */
export function Candidate({ side, event, ledger, answered, first, chosen, onChoose }: Props) {
  if (!answered)
    return (
      <View id={`pick-${side}`} className="candidate" onClick={onChoose} {...a11y({ role: 'button' })}>
        <Text className="candidate__title">{event.title}</Text>
      </View>
    )
  const card = cardOf(ledger, { kind: 'event', id: event.id }, () => (
    <Sources file={eventsVolume(event.period)} id={event.id} button={`sources-${side}`} />
  ))
  const wrong = chosen && !first
  return (
    <View
      id={`card-${side}`}
      className={classNames('candidate', 'candidate--open', first && 'candidate--first', wrong && 'candidate--wrong')}
    >
      <View className="candidate__head">
        <Text className="candidate__year">{event.date.slice(0, 4)}</Text>
        <Text className="candidate__word">
          {[first ? '✓ 在先' : wrong ? '✕ 在后' : '在后', chosen && '您选的'].filter(Boolean).join('，')}
        </Text>
      </View>
      <Text className="candidate__title">{event.title}</Text>
      <Text className="candidate__summary">{event.summary}</Text>
      {card && <FactTable facts={card.facts.filter(({ name }) => SHOWN.indexOf(name) >= 0)} />}
    </View>
  )
}
