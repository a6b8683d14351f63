import { Text, View } from '@tarojs/components'
import { CONTEST_TYPES } from '@domain/contract/contest-limits'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { OptionRow } from '@/components/option'
import type { RunState } from './run-state'
import './run.scss'

interface Props {
  state: RunState
  onChoose: (given: string[]) => void
}

/** A question and its choices. Which is right the phone does not know. */
export function QuestionView({ state: { question, given, step }, onChoose }: Props) {
  if (!question) return null
  const { type, stem, options } = question
  const multiple = type === 'multiple'
  const choose = (id: string) =>
    onChoose(!multiple ? [id] : given.includes(id) ? given.filter(it => it !== id) : [...given, id].sort())
  return (
    <View className="contest-question">
      <Text className="contest-question__kind">
        {[CONTEST_TYPES[type], multiple && '选出所有正确的'].filter(Boolean).join(DOT)}
      </Text>
      <Text className="contest-question__stem" {...a11y({ role: 'heading', level: 1 })}>
        {stem}
      </Text>
      <View {...a11y({ role: multiple ? 'group' : 'radiogroup', label: '选项' })}>
        {options.map(({ id, text }) => (
          <OptionRow
            key={id}
            id={id}
            mark={type === 'judge' ? (id === 'true' ? '✓' : '✕') : id}
            text={text}
            multiple={multiple}
            state={given.includes(id) ? 'picked' : 'open'}
            onPress={step === 'answering' ? () => choose(id) : undefined}
          />
        ))}
      </View>
    </View>
  )
}
