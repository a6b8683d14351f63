import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import './index.scss'

/** The red thread that runs through the years. @param goesOn what stands below draws how it goes on */
export function Thread({ children, goesOn }: { children: ReactNode; goesOn?: boolean }) {
  return <View className={goesOn ? 'thread thread--on' : 'thread'}>{children}</View>
}

/** A year on the thread, with its knot. */
export function ThreadYear({ year }: { year: string }) {
  return (
    <Text className="thread__year" {...a11y({ role: 'heading', level: 2 })}>
      {year}
    </Text>
  )
}

interface EventProps {
  id: string
  when: string
  title: string
  onPress: () => void
}

/** One event beside the thread. */
export function ThreadEvent({ id, when, title, onPress }: EventProps) {
  return (
    <View id={id} className="thread__event" onClick={onPress} {...a11y({ role: 'link' })}>
      {when && <Text className="thread__when">{when}</Text>}
      {title}
    </View>
  )
}
