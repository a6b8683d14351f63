import { Text, View } from '@tarojs/components'
import { MODES } from '@domain/quiz/modes'
import { timeLeft, type QuizSession } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { ProgressLine } from '@/components/progress-line'
import { now } from '@/platform/phone/clock'
import { useQuizSession } from '@/stores/quiz-session'
import { Countdown } from './countdown'
import './head.scss'

/** Above the question: where in the session it is, the clock if there is one, and the mark for later. */
export function Head({ session }: { session: QuizSession }) {
  const { leave, mark } = useQuizSession()
  const { free, feedback, suddenDeath } = MODES[session.mode]
  const slot = session.slots[session.at]!
  const ticking = timeLeft(session, now()) !== undefined
  const done = session.at + (feedback && slot.given ? 1 : 0)
  const place = suddenDeath ? `第 ${session.at + 1} 题` : `第 ${session.at + 1} 题，共 ${session.slots.length} 题`
  return (
    <View className="run-head">
      {!suddenDeath && <ProgressLine share={done / session.slots.length} />}
      <View className="run-head__row">
        <Text className="run-head__place">{place}</Text>
        {ticking && <Countdown session={session} />}
      </View>
      {(ticking || (free && !feedback)) && (
        <View className="run-head__row">
          {free && !feedback && (
            <View
              id="mark"
              className={slot.marked ? 'run-head__mark run-head__mark--on' : 'run-head__mark'}
              onClick={() => mark(!slot.marked)}
              {...a11y({ role: 'checkbox', checked: !!slot.marked, label: '标记，稍后再看' })}
            >
              {slot.marked ? '★ 已标记' : '☆ 标记'}
            </View>
          )}
          {ticking && (
            <View className="run-head__pause">
              <Button id="pause" look="plain" onPress={() => void leave()}>
                暂停
              </Button>
            </View>
          )}
        </View>
      )}
    </View>
  )
}
