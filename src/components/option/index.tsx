import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import './index.scss'

/** After the answer: `answer` is the right one, or of several `right` one that was chosen and `missed` one that was not. */
export type OptionState = 'open' | 'picked' | 'answer' | 'right' | 'missed' | 'wrong'

interface Props {
  id: string
  /** A, B, C … or a position. */
  mark: string
  text: string
  state: OptionState
  multiple?: boolean
  /** On a line of its own: after the answer what this choice really was, or what a thing of this title is about. */
  was?: string
  onPress?: () => void
}

const WORDS: Record<OptionState, string> = {
  open: '',
  picked: '已选',
  answer: '正确答案',
  right: '选对了',
  missed: '漏选了',
  wrong: '您的选择',
}

/** An answer to choose; right and wrong are told by shape and word as well as by colour. */
export function OptionRow({ id, mark, text, state, multiple, was, onPress }: Props) {
  const sign = state === 'answer' || state === 'right' ? '✓' : state === 'wrong' ? '✕' : mark
  const word = state === 'picked' ? '' : WORDS[state]
  return (
    <View
      id={`option-${id}`}
      className={classNames('option', `option--${state}`, multiple && 'option--square')}
      onClick={onPress}
      {...a11y({
        role: onPress ? (multiple ? 'checkbox' : 'radio') : undefined,
        checked: onPress ? state === 'picked' : undefined,
        label: [mark, text, WORDS[state], was].filter(Boolean).join('，'),
      })}
    >
      <View className="option__mark">{sign}</View>
      <Text className="option__text">{text}</Text>
      {word && <Text className="option__word">{word}</Text>}
      {was && <Text className="option__was">{was}</Text>}
    </View>
  )
}
