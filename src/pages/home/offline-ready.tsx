import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { useOffline } from '@/stores/offline'

/** Said once, in the visit in which it has come true. */
export function OfflineReady() {
  const ready = useOffline(state => state.justReady)
  if (!ready) return null
  return (
    <View className="offline-ready" {...a11y({ role: 'status', live: 'polite' })}>
      <Text id="offline-ready">已可离线：没有网络也能读、搜、答题。节目的声音要另外下载。</Text>
    </View>
  )
}
