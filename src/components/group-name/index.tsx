import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

/** What the rows under it have in common, in a long list: a decade, a letter, a day. */
export function GroupName({ children }: { children: string }) {
  return (
    <View className="group-name" {...a11y({ role: 'heading', level: 3 })}>
      {children}
    </View>
  )
}
