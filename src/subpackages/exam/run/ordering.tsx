import { Text, View } from '@tarojs/components'
import type { Question } from '@domain/feed/types'
import type { Slot } from '@domain/quiz/run'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { useDraft, type OnChange } from './draft'

interface Props {
  question: Extract<Question, { type: 'order' }>
  slot: Slot
  answered: boolean
  onChange: OnChange
}

/** Put in order with two buttons a line: they work for fingers that shake and for screen readers alike. */
export function Ordering({ question, slot, answered, onChange }: Props) {
  const draft = useDraft(state => state.draft)
  const order = answered ? slot.given! : draft
  const textOf = (id: string) => question.options.find(it => it.id === id)?.text ?? ''
  const move = (from: number, to: number) => {
    const ids = [...order]
    ids.splice(to, 0, ...ids.splice(from, 1))
    onChange(ids, true)
  }
  return (
    <View>
      {order.map((id, i) => {
        const right = answered && question.answer[i] === id
        return (
          <View
            key={id}
            id={`order-${id}`}
            className={classNames('ordering', answered && (right ? 'ordering--right' : 'ordering--wrong'))}
          >
            <Text className="ordering__number">{answered ? (right ? '✓' : '✕') : i + 1}</Text>
            <Text className="ordering__text">{textOf(id)}</Text>
            {!answered && (
              <View className="ordering__buttons">
                <View
                  id={`up-${id}`}
                  className="ordering__button"
                  onClick={() => i > 0 && move(i, i - 1)}
                  {...a11y({ role: 'button', label: `${textOf(id)}，往前移`, disabled: i === 0 })}
                >
                  <Icon name="up" />
                </View>
                <View
                  id={`down-${id}`}
                  className="ordering__button"
                  onClick={() => i < order.length - 1 && move(i, i + 1)}
                  {...a11y({ role: 'button', label: `${textOf(id)}，往后移`, disabled: i === order.length - 1 })}
                >
                  <Icon name="down" />
                </View>
              </View>
            )}
          </View>
        )
      })}
      {answered && !slot.correct && (
        <View className="ordering__answer">正确顺序：{question.answer.map(textOf).join(' → ')}</View>
      )}
    </View>
  )
}
