import { View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import type { Slot } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { OptionRow, type OptionState } from '@/components/option'
import { useDraft, type OnChange } from './draft'

type Choosing = Extract<Question, { type: 'single' | 'multiple' | 'judge' }>

interface Props {
  question: Choosing
  slot: Slot
  answered: boolean
  onChange: OnChange
}

const JUDGE = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
]

/** Choices of single, multiple and true/false questions. */
export function Options({ question, slot, answered, onChange }: Props) {
  const draft = useDraft(state => state.draft)
  const multiple = question.type === 'multiple'
  const options =
    question.type === 'judge' ? JUDGE : slot.options.flatMap(id => question.options.find(it => it.id === id) ?? [])
  const right = question.type === 'judge' ? [String(question.answer)] : [question.answer].flat()
  const choose = (id: string) => {
    const chosen = !multiple ? [id] : draft.includes(id) ? draft.filter(it => it !== id) : [...draft, id].sort()
    onChange(chosen, chosen.length > 0)
  }
  return (
    <View {...a11y({ role: multiple ? 'group' : 'radiogroup', label: '选项' })}>
      {options.map((option, i) => (
        <OptionRow
          key={option.id}
          id={option.id}
          mark={question.type === 'judge' ? (option.id === 'true' ? '✓' : '✕') : 'ABCDEF'[i]!}
          text={option.text}
          multiple={multiple}
          state={stateOf(option.id, right, answered ? slot.given! : draft, answered)}
          onPress={answered ? undefined : () => choose(option.id)}
        />
      ))}
    </View>
  )
}

function stateOf(id: string, right: string[], given: string[], answered: boolean): OptionState {
  const chosen = given.includes(id)
  if (!answered) return chosen ? 'picked' : 'open'
  if (right.includes(id)) return chosen || given.length <= 1 ? 'right' : 'missed'
  return chosen ? 'wrong' : 'open'
}
