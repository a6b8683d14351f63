import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'

interface Props {
  id: string
  label: string
  onPress: () => void
  children: ReactNode
}

/** One of the controls at the right of the title bar. */
export function TitleAction({ id, label, onPress, children }: Props) {
  return (
    <View className="title-action" id={id} onClick={onPress} {...a11y({ role: 'button', label })}>
      {children}
    </View>
  )
}
