import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Option } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import './option-line.scss'

interface Props {
  option: Option
  /** Its place, from 0: A, B, C … */
  mark: number
  /** Several may be right: its box is square. */
  multiple?: boolean
  picked?: boolean
  /** Whether it is an answer; undefined while nobody is told. */
  right?: boolean
  onPress?: () => void
  /** After its words: who chose it. */
  children?: ReactNode
}

/** One option on the screen; right is told by a sign and a word as well as by colour. */
export function OptionLine({ option, mark, multiple, picked = false, right, onPress, children }: Props) {
  const letter = String.fromCharCode(65 + mark)
  return (
    <View
      id={`screen-option-${option.id}`}
      className={classNames(
        'show__option',
        multiple && 'show__option--square',
        picked && 'show__option--picked',
        right === true && 'show__option--right',
        right === false && 'show__option--other',
      )}
      onClick={onPress}
      {...a11y({
        role: onPress ? 'checkbox' : undefined,
        checked: onPress ? picked : undefined,
        label: [letter, option.text, right && '正确答案'].filter(Boolean).join('，'),
      })}
    >
      <View className="show__letter">{right ? '✓' : letter}</View>
      <Text className="show__words">{option.text}</Text>
      {right && <Text className="show__about show__about--right">正确答案</Text>}
      {children}
    </View>
  )
}
