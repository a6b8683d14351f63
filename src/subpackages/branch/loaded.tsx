import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { replace, routes } from '@/navigation'
import type { Remoted } from '@/hooks/remote'

/** What the service answered, or where that stands. It has a place of its own: what comes late moves nothing else. */
export function Loaded<T>({ of, children }: { of: Remoted<T>; children: (value: T) => ReactNode }) {
  const { remote, reload } = of
  return (
    <View>
      {remote.status === 'loading' && <Empty title="正在读取…" />}
      {remote.status === 'ready' && children(remote.value)}
      {remote.status === 'failed' && !remote.missing && <Failed message={remote.message} retry={() => void reload()} />}
      {remote.status === 'failed' && remote.missing && (
        <Empty
          title="没有找到"
          hint="可能已经删掉了，或者不在您的支部。书记只能看自己支部的内容"
          action={{ text: '回到我的支部', onPress: () => replace(routes.desk('home')) }}
        />
      )}
    </View>
  )
}
