import { View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import { markOption, OPTION_LETTERS } from '@domain/quiz/marks'
import { explained } from '@domain/quiz/explained'
import type { Slot } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { OptionRow, type OptionState } from '@/components/option'
import { useDraft, type OnChange } from './draft'

type Choosing = Extract<Question, { type: 'single' | 'multiple' | 'judge' }>

interface Props {
  question: Choosing
  slot: Slot
  answered: boolean
  /** Whether it was answered by the member: 背题 shows every question as if it had been. */
  told: boolean
  onChange: OnChange
}

const JUDGE = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
]

/** Choices of single, multiple and true/false questions. */
export function Options({ question, slot, answered, told, onChange }: Props) {
  const draft = useDraft(state => state.draft)
  const multiple = question.type === 'multiple'
  const options =
    question.type === 'judge' ? JUDGE : slot.options.flatMap(id => question.options.find(it => it.id === id) ?? [])
  const choose = (id: string) => {
    const chosen = !multiple ? [id] : draft.includes(id) ? draft.filter(it => it !== id) : [...draft, id].sort()
    onChange(chosen, chosen.length > 0)
  }
  const was = answered && told ? explained(question, slot.given!).was : {}
  const stateOf = (id: string): OptionState => {
    if (!answered) return draft.includes(id) ? 'picked' : 'open'
    const mark = markOption(question, slot.given!, id)
    if (mark === 'none') return 'open'
    if (mark === 'wrong') return 'wrong'
    // Of several right ones it is worth saying which were seen; the only right one is simply the answer.
    if (!multiple || !told) return 'answer'
    return mark
  }
  return (
    <View {...a11y({ role: multiple ? 'group' : 'radiogroup', label: '选项' })}>
      {options.map((option, i) => (
        <OptionRow
          key={option.id}
          id={option.id}
          mark={question.type === 'judge' ? (option.id === 'true' ? '✓' : '✕') : OPTION_LETTERS[i]!}
          text={option.text}
          multiple={multiple}
          state={stateOf(option.id)}
          was={was[option.id]}
          onPress={answered ? undefined : () => choose(option.id)}
        />
      ))}
    </View>
  )
}
