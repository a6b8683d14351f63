import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { a11y } from '@/components/a11y'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { monotonicNow } from '@/platform/phone/phone'

/** Seconds left at which a screen reader is told; in between it is left in peace. */
const TOLD = [600, 300, 60, 15, 5]

/** The time left by the end that the service gave, counted by the phone's own steady clock. */
export function Countdown({ endsAt }: { endsAt: number }) {
  const read = () => Math.max(0, Math.ceil((endsAt - monotonicNow()) / 1000))
  const [left, setLeft] = useState(read)
  const whole = useRef(left)
  useEffect(() => {
    whole.current = read()
    setLeft(whole.current)
    const timer = setInterval(() => setLeft(read()), 500)
    return () => clearInterval(timer)
    // Another end is another countdown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [endsAt])
  // What it began below has not been reached.
  const told = [...TOLD].reverse().find(step => left <= step && step < whole.current)
  return (
    <View className="contest-left">
      <Text className={left <= 15 ? 'contest-left__short' : ''} {...a11y({ hidden: true })}>
        还剩 {formatSeconds(left)}
      </Text>
      <View className="contest-left__told" {...a11y({ role: 'status', live: 'polite' })}>
        {told ? `还剩 ${spellSeconds(told)}` : ''}
      </View>
    </View>
  )
}
