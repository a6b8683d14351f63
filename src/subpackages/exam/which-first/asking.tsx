import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Ledger } from '@domain/catalog/ledger'
import { firstOf, type Pair, type PairAnswer, type Side } from '@domain/quiz/which-first'
import type { Day } from '@domain/time/day'
import { formatRelativeDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Notice } from '@/components/notice'
import { scrollToTop } from '@/platform/page/scroll'
import { useWhichFirst } from '@/stores/which-first'
import { Candidate } from './candidate'
import { Outcome } from './outcome'

interface Props {
  day: Day
  today: Day
  pairs: readonly Pair[]
  ledger: Ledger
  days: Record<Day, PairAnswer[]>
}

/** One pair after another; after an answer both cards lie open until one goes on. */
export function Asking({ day, today, pairs, ledger, days }: Props) {
  const answers = days[day] ?? []
  const answer = useWhichFirst(state => state.answer)
  // The pair in sight: after a kill the next that has no answer.
  const [at, setAt] = useState(answers.length)
  const [begunAt] = useState(at)
  const [problem, setProblem] = useState<string>()
  // The button to go on stands at the foot of two open cards; what comes next begins at its head, the result too.
  useEffect(() => {
    if (at !== begunAt) scrollToTop()
  }, [at, begunAt])
  const pair = pairs[at]
  const given = answers[at]
  if (!pair) return <Outcome day={day} today={today} ledger={ledger} days={days} />
  const choose = (side: Side) =>
    void answer(day, at, {
      left: pair.left.id,
      right: pair.right.id,
      given: side,
      correct: side === firstOf(pair),
    }).then(
      () => setProblem(undefined),
      (error: Error) => setProblem(error.message),
    )
  const candidate = (side: Side) => (
    <Candidate
      key={pair[side].id}
      side={side}
      event={pair[side]}
      ledger={ledger}
      answered={given !== undefined}
      first={firstOf(pair) === side}
      chosen={given?.given === side}
      onChoose={() => choose(side)}
    />
  )
  return (
    <View className="which">
      <Text className="which__place">
        {`${formatRelativeDay(day, today)}${DOT}第 ${at + 1} 对，共 ${pairs.length} 对`}
      </Text>
      <View className="which__stem" {...a11y({ role: 'heading', level: 1 })}>
        这两件事，哪件在先？
      </View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="which__told" {...a11y({ role: 'status', live: 'polite' })}>
        {given && (given.correct ? '✓ 答对了' : `✕ 先的是${pair[firstOf(pair)].title}`)}
      </View>
      {candidate('left')}
      {candidate('right')}
      <View>
        {given && (
          <Button id="next-pair" look="main" onPress={() => setAt(at + 1)}>
            {at + 1 < pairs.length ? '下一对' : '看结果'}
          </Button>
        )}
      </View>
    </View>
  )
}
