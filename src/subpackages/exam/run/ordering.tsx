import { Text, View, type ITouchEvent } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Question } from '@domain/catalog/types'
import type { Slot } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { measureRects } from '@/platform/page/rects'
import { dragTo, startDrag, type Drag } from './drag'
import { useDraft, type OnChange } from './draft'
import './ordering.scss'

interface Props {
  question: Extract<Question, { type: 'order' }>
  slot: Slot
  answered: boolean
  onChange: OnChange
}

/** Put in order by dragging a line's number, or with two buttons a line: those work for fingers that shake and for screen readers. */
export function Ordering({ question, slot, answered, onChange }: Props) {
  const draft = useDraft(state => state.draft)
  const [held, setHeld] = useState<string>()
  const drag = useRef<Drag>()
  const order = answered ? slot.given! : draft
  const list = `order-${question.id}`
  const textOf = (id: string) => question.options.find(it => it.id === id)?.text ?? ''
  const move = (from: number, to: number) => {
    const ids = [...order]
    ids.splice(to, 0, ...ids.splice(from, 1))
    onChange(ids, true)
  }
  const hold = async (id: string, at: number) => {
    setHeld(id)
    const [rows = []] = await measureRects(`#${list} .ordering`)
    drag.current = startDrag(rows, at)
  }
  const pull = (y: number | undefined) => {
    const was = drag.current
    if (!was || y === undefined) return
    drag.current = dragTo(was, y)
    if (drag.current.at !== was.at) move(was.at, drag.current.at)
  }
  const release = () => {
    drag.current = undefined
    setHeld(undefined)
  }
  return (
    <View id={list}>
      {order.map((id, i) => {
        const right = answered && question.answer[i] === id
        return (
          <View
            key={id}
            id={`order-${id}`}
            className={classNames(
              'ordering',
              answered && (right ? 'ordering--right' : 'ordering--wrong'),
              held === id && 'ordering--held',
            )}
          >
            {answered ? (
              <Text className="ordering__number">{right ? '✓' : '✕'}</Text>
            ) : (
              <View
                id={`handle-${id}`}
                className="ordering__handle"
                catchMove
                onTouchStart={() => void hold(id, i)}
                onTouchMove={event => pull((event as ITouchEvent).touches[0]?.clientY)}
                onTouchEnd={release}
                onTouchCancel={release}
              >
                {i + 1}
              </View>
            )}
            <Text className="ordering__text">{textOf(id)}</Text>
            {!answered && (
              <View className="ordering__buttons">
                <MoveButton
                  id={`up-${id}`}
                  arrow="↑"
                  label={`第${i + 1}行前移`}
                  disabled={i === 0}
                  onPress={() => move(i, i - 1)}
                />
                <MoveButton
                  id={`down-${id}`}
                  arrow="↓"
                  label={`第${i + 1}行后移`}
                  disabled={i === order.length - 1}
                  onPress={() => move(i, i + 1)}
                />
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

interface MoveProps {
  id: string
  arrow: '↑' | '↓'
  label: string
  disabled: boolean
  onPress: () => void
}

function MoveButton({ id, arrow, label, disabled, onPress }: MoveProps) {
  return (
    <View
      id={id}
      className="ordering__button"
      onClick={disabled ? undefined : onPress}
      {...a11y({ role: 'button', label, disabled })}
    >
      {arrow}
    </View>
  )
}
