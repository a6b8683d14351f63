import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

interface Props {
  /** What it brings, or why it cannot be done now. */
  note?: string
  /** A main button. */
  children: ReactNode
}

/** What a tab page asks one to do now, larger than any other button. */
export function MainAction({ note, children }: Props) {
  return (
    <View className="main-action">
      {children}
      {note && <Text className="main-action__note">{note}</Text>}
    </View>
  )
}
