import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

/** In the place of what is still on its way. Says so only when it takes a while: what comes at once must not flash. */
export function Waiting({ children }: { children: string }) {
  return (
    <View className="waiting" {...a11y({ role: 'status', live: 'polite' })}>
      {children}
    </View>
  )
}
