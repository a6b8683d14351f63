import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Question } from '@domain/catalog/types'
import { MODES } from '@domain/quiz/modes'
import type { QuizSession } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { useQuizSession } from '@/stores/quiz-session'
import { useSettings } from '@/stores/settings'
import { useDraft } from './draft'
import './footer.scss'

interface Props {
  session: QuizSession
  /** Absent when the feed no longer has it. */
  question?: Question
  onSheet: () => void
  onEnd: () => void
}

/** Longer than between the two taps of a double one. */
const SETTLE_MS = 500

/** Time to see that it was right, before the next one comes by itself. */
const GO_ON_MS = 1_500

/** The page's one main action: hand in this answer, then go on. Free modes also step back and forth. */
export function Footer({ session, question, onSheet, onEnd }: Props) {
  const { goTo } = useQuizSession()
  const { free, feedback } = MODES[session.mode]
  const last = session.at + 1 === session.slots.length
  if (!free) return <NextButton session={session} question={question} onEnd={onEnd} />
  const answered = session.slots.filter(slot => slot.given).length
  return (
    <View className="run-footer">
      <Step name="back" label="上一题" disabled={session.at === 0} onPress={() => goTo(session.at - 1)} />
      <View className="run-footer__main">
        {feedback ? (
          <NextButton session={session} question={question} onEnd={onEnd} />
        ) : (
          <Button id="sheet" look={last ? 'main' : 'quiet'} onPress={onSheet}>
            答题卡 {answered}/{session.slots.length}
          </Button>
        )}
      </View>
      <Step name="forward" label="下一题" disabled={last} onPress={() => goTo(session.at + 1)} />
    </View>
  )
}

function NextButton({ session, question, onEnd }: Omit<Props, 'onSheet'>) {
  const { give, next } = useQuizSession()
  const { draft, complete } = useDraft()
  const { free, answers } = MODES[session.mode]
  const last = session.at + 1 === session.slots.length
  // It stands where “答好了” stood: the second of two quick taps must not carry one past the explanation.
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    if (!fresh) return
    const timer = setTimeout(() => setFresh(false), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [fresh])
  const autoNext = useSettings(state => state.autoNext)
  const slot = session.slots[session.at]!
  const [handed, setHanded] = useState<string>()
  const goesOn = autoNext && !last && slot.correct === true && handed === slot.question
  useEffect(() => {
    if (!goesOn) return
    const timer = setTimeout(next, GO_ON_MS)
    return () => clearTimeout(timer)
  }, [goesOn, next])
  const hand = () => {
    setFresh(true)
    setHanded(slot.question)
    give(draft)
  }
  if (slot.given || !answers || !question) {
    const words = !last ? '下一题' : free ? '到头了，收起' : '看结果'
    return (
      <Button id="next" look="main" disabled={fresh} onPress={last && free ? onEnd : next}>
        {words}
      </Button>
    )
  }
  const unmoved = question.type === 'order' && draft.join() === slot.options.join()
  return (
    <Button id="submit" look="main" disabled={!complete} onPress={hand}>
      {!complete ? '请先作答' : unmoved ? '就是这个顺序' : '答好了'}
    </Button>
  )
}

interface StepProps {
  name: 'back' | 'forward'
  label: string
  disabled: boolean
  onPress: () => void
}

function Step({ name, label, disabled, onPress }: StepProps) {
  return (
    <View
      id={`step-${name}`}
      className={disabled ? 'run-footer__step run-footer__step--off' : 'run-footer__step'}
      onClick={disabled ? undefined : onPress}
      {...a11y({ role: 'button', label, disabled })}
    >
      <Icon name={name} />
    </View>
  )
}
