import { Input, Text, View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import type { Slot } from '@domain/quiz/session'
import { grade } from '@domain/quiz/grade'
import { a11y } from '@/components/a11y'
import { useQuizSession } from '@/stores/quiz-session'
import { useDraft, type OnChange } from './draft'
import './blanks.scss'

type Filling = Extract<Question, { type: 'fill' }>

interface Props {
  question: Filling
  slot: Slot
  answered: boolean
  onChange: OnChange
}

/** One field for each blank; after the answer each says whether it was right, and what was wanted. */
export function Blanks({ question, slot, answered, onChange }: Props) {
  const draft = useDraft(state => state.draft)
  const aliases = useQuizSession(state => state.aliases)
  const places = answered ? grade(question, slot.given!, aliases).places : undefined
  const type = (index: number, text: string) => {
    const texts = question.answer.map((_, i) => (i === index ? text : (draft[i] ?? '')))
    onChange(
      texts,
      texts.every(it => it.trim() !== ''),
    )
  }
  return (
    <View>
      {question.answer.map((accepted, i) => (
        <View key={i} className="blank">
          <Text className="blank__number">第 {i + 1} 空</Text>
          <Input
            id={`blank-${i}`}
            className="field blank__input"
            value={answered ? slot.given![i] : draft[i]}
            disabled={answered}
            placeholder="在这里写"
            onInput={event => type(i, event.detail.value)}
            {...a11y({ label: `第 ${i + 1} 空` })}
          />
          {places && (
            <Text className={places[i] ? 'blank__verdict blank__verdict--right' : 'blank__verdict'}>
              {places[i] ? '✓ 对' : `✕ 应为：${accepted[0]}`}
            </Text>
          )}
        </View>
      ))}
    </View>
  )
}
