import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  title: string
  /** A quiet word at the right: how long, how many. */
  aside?: ReactNode
  /** In a long list they follow as rows of it. */
  children?: ReactNode
}

/** A titled part of a page. */
export function Section({ title, aside, children }: Props) {
  return (
    <View className="section">
      <View className="section__head">
        <Text className="section__title" {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        {aside !== undefined && <View className="section__aside">{aside}</View>}
      </View>
      {children}
    </View>
  )
}
