import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { PhoneView } from '@domain/contract/room'
import type { AskedQuestion } from '@domain/room/question'
import { OPTION_LETTERS } from '@domain/quiz/marks'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { type OptionState, OptionRow } from '@/components/option'
import type { InRoom } from '@/hooks/room'

interface Props {
  room: InRoom<PhoneView>
  view: PhoneView
  question: AskedQuestion
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every(it => b.indexOf(it) >= 0)

/** A question: what one chose goes out at once, and may be changed until it is closed. */
export function AskedView({ room, view, question }: Props) {
  const { at, given, mayAnswer, mayBuzz, solution } = view
  const [picked, setPicked] = useState<string[]>(given ?? [])
  // Given, and not yet heard back: sent again when the line is back.
  const [sent, setSent] = useState<string[]>()
  const arrived = !!sent && !!given && same(sent, given)
  const { there, say } = room
  useEffect(() => {
    if (sent && !arrived && there && mayAnswer) say({ t: 'answer', at, options: sent })
    // Once for each return of the line.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [there])
  const multiple = question.type === 'multiple'
  const give = (options: string[]) => {
    setSent(options)
    say({ t: 'answer', at, options })
  }
  const pick = (id: string) => {
    if (!multiple) {
      setPicked([id])
      return give([id])
    }
    setPicked(picked.indexOf(id) >= 0 ? picked.filter(it => it !== id) : [...picked, id])
  }
  return (
    <View>
      <Text className="room__stem" {...a11y({ role: 'heading', level: 1 })}>
        {question.stem}
      </Text>
      <View>
        {question.options.map((option, i) => (
          <OptionRow
            key={option.id}
            id={option.id}
            mark={OPTION_LETTERS[i] ?? ''}
            text={option.text}
            state={stateOf(option.id, solution ? (given ?? []) : picked, solution?.answer)}
            multiple={multiple}
            onPress={mayAnswer ? () => pick(option.id) : undefined}
          />
        ))}
      </View>
      <View className="room__act">
        {mayAnswer && multiple && (
          <Button id="room-give" look="main" disabled={picked.length === 0} onPress={() => give(picked)}>
            {given ? '改成这样' : '交这道题'}
          </Button>
        )}
        {mayBuzz && (
          <View
            id="room-buzz"
            className="room__buzz"
            onClick={() => say({ t: 'buzz', at })}
            {...a11y({ role: 'button' })}
          >
            抢
          </View>
        )}
      </View>
      <Text id="room-said" className="room__said" {...a11y({ role: 'status', live: 'polite' })}>
        {wordsFor(view, sent && !arrived)}
      </Text>
      <View>
        {solution && (
          <View className="room__solution">
            <Text>{solution.explain}</Text>
            {solution.proof && (
              <View className="room__proof">{`“${solution.proof.words}”——《${solution.proof.title}》`}</View>
            )}
          </View>
        )}
      </View>
    </View>
  )
}

function stateOf(id: string, chosen: readonly string[], answer: readonly string[] | undefined): OptionState {
  const own = chosen.indexOf(id) >= 0
  if (!answer) return own ? 'picked' : 'open'
  if (answer.indexOf(id) < 0) return own ? 'wrong' : 'open'
  return answer.length === 1 ? 'answer' : own ? 'right' : 'missed'
}

/** Where this phone stands, in a sentence. */
function wordsFor(view: PhoneView, onTheWay: boolean | undefined): string {
  const { phase, kind, given, right, skipped, place, first, name, mayAnswer } = view
  const uncounted = view.void ? '这题不算分。' : ''
  if (skipped) return '这一题跳过了。'
  if (phase === 'closed') {
    if (right === undefined) return kind === 'buzz' ? uncounted : `${uncounted}这题您没有答。`
    return `${uncounted}${right ? '✓ 答对了' : '✕ 答错了'}`
  }
  if (onTheWay) return '正在送出去…'
  if (kind !== 'buzz') return given ? '✓ 收到了，关题以前还能改' : uncounted
  if (phase === 'missed') return first === name ? '没答对，等主持人' : '他没答对，等主持人再开'
  if (mayAnswer) return '您抢到了，请答'
  if (first !== undefined && place !== undefined) return `${first}先抢到，您是第 ${place} 个`
  return first === undefined ? '' : `${first}抢到了`
}
