import { Text, View } from '@tarojs/components'
import { ProgressLine } from '@/components/progress-line'
import { Countdown } from './countdown'
import type { RunState } from './run-state'
import './run.scss'

/** Above the question: which it is, and the service's time for it. */
export function Head({ state: { question, questions, endsAt, step } }: { state: RunState }) {
  if (!question) return null
  const done = question.n + (step === 'taken' || step === 'time-up' ? 1 : 0)
  return (
    <View className="contest-head">
      <ProgressLine share={done / questions} />
      <View className="contest-head__row">
        <Text className="contest-head__place">
          第 {question.n + 1} 题，共 {questions} 题
        </Text>
        {step === 'answering' && endsAt !== undefined && <Countdown endsAt={endsAt} />}
      </View>
    </View>
  )
}
