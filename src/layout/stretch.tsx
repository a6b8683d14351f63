import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { watchNearness } from '@/platform/page/nearness'

/** px: a fast finger's way until rows are there again. */
const NEAR = 1500

interface Props {
  id: string
  /** px beyond the screen within which the rows stay. */
  near?: number
  children: ReactNode
}

/**
 * Some rows of a list that may be very long. Far from the screen it lets them go and keeps their height, so that a list of
 * thousands never has more than a few hundred nodes and nothing jumps.
 */
export function Stretch({ id, near = NEAR, children }: Props) {
  // px, while the rows are away.
  const [height, setHeight] = useState<number>()
  useEffect(() => watchNearness(id, near, (isNear, at) => setHeight(isNear ? undefined : at)), [id, near])
  return (
    <View id={id} className="stretch" style={height === undefined ? {} : { height: `${height}px` }}>
      {height === undefined && children}
    </View>
  )
}
