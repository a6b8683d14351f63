import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Question } from '@domain/catalog/types'
import { expectedOf } from '@domain/quiz/grade'
import { MODES } from '@domain/quiz/modes'
import { TYPE_NAMES } from '@domain/quiz/paper'
import type { QuizSession, Slot } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { useQuizSession } from '@/stores/quiz-session'
import { AsItStands } from './as-it-stands'
import { Blanks } from './blanks'
import { useDraft, type OnChange } from './draft'
import { Feedback } from './feedback'
import { Options } from './options'
import { Ordering } from './ordering'
import { ReportButton } from './report-button'
import './question-view.scss'

const HINTS: Partial<Record<Question['type'], string>> = {
  multiple: '选出所有正确的',
  fill: '把空填上',
  order: '拖动或用按钮调整先后',
}

/** One question: its words, the way to answer it, and after the answer why. */
export function QuestionView({
  session,
  slot: asked,
  question,
}: {
  session: QuizSession
  slot: Slot
  question: Question
}) {
  const set = useDraft(state => state.set)
  const give = useQuizSession(state => state.give)
  const { feedback, answers } = MODES[session.mode]
  // 背题 shows every question as if it had been answered rightly.
  const slot = answers ? asked : { ...asked, given: expectedOf(question), correct: true }
  const answered = feedback && !!slot.given
  // An ordering question already shows an order, so it can be handed in as it stands.
  useEffect(() => {
    set(asked.given ?? (question.type === 'order' ? asked.options : []), !!asked.given || question.type === 'order')
  }, [question, set, asked.given, asked.options])
  const change: OnChange = (draft, complete) => {
    set(draft, complete)
    // Where answers may change until the end, each change is kept at once.
    if (!feedback) give(draft.some(text => text.trim() !== '') ? draft : [])
  }
  // In a paper the arrows and the button under them say it; on WeChat the words were over a tap's bytes.
  const hint = answered || (question.type === 'order' && !feedback) ? undefined : HINTS[question.type]
  return (
    <View className="question">
      <Text className="question__kind">{[TYPE_NAMES[question.type], hint].filter(Boolean).join(DOT)}</Text>
      <Text className="question__stem" {...a11y({ role: 'heading', level: 1 })}>
        {question.stem}
      </Text>
      {question.type === 'fill' && <Blanks question={question} slot={slot} answered={answered} onChange={change} />}
      {question.type === 'order' && <Ordering question={question} slot={slot} answered={answered} onChange={change} />}
      {question.type === 'order' && !feedback && <AsItStands given={asked.given} onPress={() => give(asked.options)} />}
      {question.type !== 'fill' && question.type !== 'order' && (
        <Options question={question} slot={slot} answered={answered} told={answers} onChange={change} />
      )}
      {answered && <Feedback question={question} slot={slot} told={answers} />}
      {(answered || !feedback) && <ReportButton question={question} />}
    </View>
  )
}
