import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../button'
import './index.scss'

interface Props {
  title: string
  /** What to do about it. */
  hint?: string
  action?: { text: string; onPress: () => void }
  children?: ReactNode
}

/** Nothing here yet, or something went wrong: says which, and what to do. */
export function Empty({ title, hint, action, children }: Props) {
  return (
    <View className="empty">
      <View className="empty__thread" />
      <Text className="empty__title">{title}</Text>
      {hint && <Text className="empty__hint">{hint}</Text>}
      {children}
      {action && <Button onPress={action.onPress}>{action.text}</Button>}
    </View>
  )
}
