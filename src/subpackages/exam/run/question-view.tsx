import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Question } from '@domain/feed/types'
import { MODES } from '@domain/quiz/modes'
import type { Run, Slot } from '@domain/quiz/run'
import { a11y } from '@/components/a11y'
import { ProgressLine } from '@/components/progress-line'
import { useCatalog } from '@/stores/catalog'
import { Blanks } from './blanks'
import { useDraft } from './draft'
import { Feedback } from './feedback'
import { Options } from './options'
import { Ordering } from './ordering'

const TYPE_NAMES: Record<Question['type'], string> = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  fill: '填空',
  order: '排序',
}
const HINTS: Partial<Record<Question['type'], string>> = {
  multiple: '选出所有正确的',
  fill: '把空填上',
  order: '用按钮调整先后',
}

/** One question: its words, the way to answer it, and after the answer why. */
export function QuestionView({ run, slot, question }: { run: Run; slot: Slot; question: Question }) {
  const { catalog } = useCatalog()
  const set = useDraft(state => state.set)
  const shelf = catalog?.shelves.find(it => it.id === question.shelf)?.title
  const answered = MODES[run.mode].feedback && !!slot.given
  // An ordering question already shows an order, so it can be handed in as it stands.
  useEffect(() => {
    set(slot.given ?? (question.type === 'order' ? slot.options : []), !!slot.given || question.type === 'order')
  }, [question, set, slot.given, slot.options])
  return (
    <View className="question">
      <ProgressLine share={(run.at + (answered ? 1 : 0)) / run.slots.length} />
      <Text className="question__kind">
        {[TYPE_NAMES[question.type], shelf, HINTS[question.type]].filter(Boolean).join(' · ')}
      </Text>
      <Text className="question__stem" {...a11y({ role: 'heading', level: 1 })}>
        {question.stem}
      </Text>
      {question.type === 'fill' && <Blanks question={question} slot={slot} answered={answered} />}
      {question.type === 'order' && <Ordering question={question} slot={slot} answered={answered} />}
      {question.type !== 'fill' && question.type !== 'order' && (
        <Options question={question} slot={slot} answered={answered} />
      )}
      {answered && <Feedback question={question} slot={slot} />}
    </View>
  )
}
