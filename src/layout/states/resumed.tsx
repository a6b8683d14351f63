import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'

/** A form that was begun before says so, and how to begin anew. */
export function Resumed({
  draft: { resumed, forget },
}: {
  draft: { resumed: boolean; forget: () => Promise<unknown> }
}) {
  return (
    <View>
      {resumed && (
        <Notice action={{ text: '不要这份', onPress: () => void forget() }}>上次没有写完的还在，接着写就行。</Notice>
      )}
    </View>
  )
}
