import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { Button } from '../button'
import './index.scss'

interface Props {
  children: ReactNode
  tone?: 'plain' | 'warning' | 'good'
  action?: { text: string; onPress: () => void }
}

/** Something the member should know, said in place; it stays until they act on it. */
export function Notice({ children, tone = 'plain', action }: Props) {
  return (
    <View className={`notice notice--${tone}`} {...a11y({ role: 'status', live: 'polite' })}>
      <Text className="notice__words">{children}</Text>
      {action && (
        <Button look="plain" onPress={action.onPress}>
          {action.text}
        </Button>
      )}
    </View>
  )
}
