import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Ledger } from '@domain/catalog/ledger'
import { ARCHIVE_DAYS, PAIRS, pairsWords, type PairAnswer } from '@domain/quiz/which-first'
import { addDays, type Day } from '@domain/time/day'
import { formatDay, formatRelativeDay, formatWeekday } from '@domain/time/format'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { cardOf } from '@/components/ledger-card/facts'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { FactSheet } from '@/layout/facts/citation-sheet'
import { copyText } from '@/platform/phone/clipboard'
import { linkTo } from '@/platform/phone/links'
import { replace, routes } from '@/navigation'

/** Days of the archive that are sent with the page, and after a tap. */
const FEW = 5

interface Props {
  day: Day
  today: Day
  ledger: Ledger
  days: Record<Day, PairAnswer[]>
}

/** How the five went, a line to pass on, the events in their order, and the days before. */
export function Outcome({ day, today, ledger, days }: Props) {
  const answers = days[day] ?? []
  const right = answers.filter(it => it.correct).length
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  const [card, setCard] = useState<string>()
  const copy = () =>
    void copyText([pairsWords(formatDay(day), answers), linkTo(routes.whichFirst())].filter(Boolean).join('\n')).then(
      () => setSaid({ good: true, words: '✓ 已复制，可以粘贴发出去' }),
      () => setSaid({ good: false, words: '没有复制成，浏览器可能不许复制，请再点一次' }),
    )
  const events = answers
    .flatMap(({ left, right: other }) => [left, other])
    .flatMap(id => ledger.events.find(it => it.id === id) ?? [])
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <View className="which">
      <Text className="which__place">{formatRelativeDay(day, today)}</Text>
      <View className="which__stem" id="which-result" {...a11y({ role: 'heading', level: 1 })}>
        {`${answers.length} 对里答对 ${right} 对`}
      </View>
      <View className="which__marks" {...a11y({ role: 'img', label: marksInWords(answers) })}>
        {answers.map((it, i) => (
          <View key={i} className={it.correct ? 'which__mark which__mark--right' : 'which__mark'}>
            {it.correct ? '✓' : '✕'}
          </View>
        ))}
      </View>
      <View>{said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}</View>
      <Button id="copy-result" onPress={copy}>
        复制结果
      </Button>
      <View className="which__note">不记积分，也不算答题数：只是认一认先后。</View>
      <Section title="按先后排">
        {events.map(event => (
          <Row
            key={event.id}
            id={`event-${event.id}`}
            title={event.title}
            note={formatFuzzyDate(event.date)}
            onPress={() => setCard(event.id)}
          />
        ))}
      </Section>
      <Archive day={day} today={today} days={days} />
      <FactSheet
        entry={card === undefined ? undefined : { kind: 'event', id: card }}
        card={card === undefined ? undefined : (all, sources) => cardOf(all, { kind: 'event', id: card }, sources)}
        onClose={() => setCard(undefined)}
      />
    </View>
  )
}

const marksInWords = (answers: readonly PairAnswer[]): string =>
  answers.map((it, i) => `第 ${i + 1} 对${it.correct ? '答对' : '没答对'}`).join('，')

/** The days before: what was answered stays, what was not can be. */
function Archive({ day, today, days }: Pick<Props, 'day' | 'today' | 'days'>) {
  const [shown, setShown] = useState(FEW)
  const past = Array.from({ length: ARCHIVE_DAYS + 1 }, (_, i) => addDays(today, -i)).filter(it => it !== day)
  const stateOf = (it: Day) => {
    const answers = days[it] ?? []
    if (answers.length === 0) return '没答'
    if (answers.length < PAIRS) return `答到第 ${answers.length} 对`
    return `对 ${answers.filter(({ correct }) => correct).length} / ${answers.length}`
  }
  return (
    <Section title="往日的五对">
      {past.slice(0, shown).map(it => (
        <Row
          key={it}
          id={`past-${it}`}
          title={`${formatRelativeDay(it, today)} ${formatWeekday(it)}`}
          meta={stateOf(it)}
          onPress={() => replace(routes.whichFirst(it))}
        />
      ))}
      {past.length > shown && (
        <Button id="more-past" onPress={() => setShown(n => n + FEW)}>
          再往前看
        </Button>
      )}
    </Section>
  )
}
