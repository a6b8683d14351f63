import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { watchNearness } from '@/platform/page/nearness'

/** px beyond the screen within which the rows stay: with the screen's own some twenty. */
const NEAR = 320

interface Props {
  id: string
  /** px that the rows will be high, about: they come when they are near. Without it they are on the page from the start. */
  guess: number | undefined
  /** Says how high the rows are, px. */
  onMeasured: (height: number) => void
  children: () => ReactNode
}

/**
 * Some rows of a list that may be very long. Far from the screen it lets them go and keeps their height, so that a list of
 * thousands never has more than some twenty rows and nothing jumps.
 */
export function Stretch({ id, guess, onMeasured, children }: Props) {
  // px, while the rows are away.
  const [height, setHeight] = useState(guess)
  const away = useRef(false)
  away.current = height !== undefined
  const measured = useRef(onMeasured)
  measured.current = onMeasured
  useEffect(
    () =>
      watchNearness(id, NEAR, (isNear, at) => {
        if (!away.current) measured.current(at)
        setHeight(isNear ? undefined : at)
      }),
    [id],
  )
  return (
    <View id={id} className="stretch" style={height === undefined ? {} : { height: `${height}px` }}>
      {height === undefined && children()}
    </View>
  )
}
