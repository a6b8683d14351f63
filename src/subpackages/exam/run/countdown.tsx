import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { timeLeft, type QuizSession } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { now } from '@/platform/phone/clock'
import './countdown.scss'

/** Seconds left at which a screen reader is told; in between it is left in peace. */
const TOLD_QUESTION = [15, 5]
const TOLD_RUN = [600, 300, 60]

/** The time left, by the end time and not by counting; it stands still while the clock is stopped. */
export function Countdown({ session }: { session: QuizSession }) {
  const read = () => Math.ceil((timeLeft(session, now()) ?? 0) / 1000)
  const [left, setLeft] = useState(read)
  useEffect(() => {
    setLeft(read())
    const timer = setInterval(() => setLeft(read()), 500)
    return () => clearInterval(timer)
    // Another end time is another countdown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session.endsAt, session.questionEndsAt, session.state])
  const steps = session.endsAt === undefined ? TOLD_QUESTION : TOLD_RUN
  const told = [...steps].reverse().find(step => left <= step)
  return (
    <View className="countdown">
      <Text className={told ? 'countdown__left countdown__left--short' : 'countdown__left'} {...a11y({ hidden: true })}>
        还剩 {formatSeconds(left)}
      </Text>
      <View className="countdown__told" {...a11y({ role: 'status', live: 'polite' })}>
        {told ? `还剩 ${spellSeconds(told)}` : ''}
      </View>
    </View>
  )
}
