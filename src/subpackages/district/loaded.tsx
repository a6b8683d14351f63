import { View } from '@tarojs/components'
import { type ReactNode, useRef } from 'react'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { replace, routes } from '@/navigation'
import type { Remote, Remoted } from '@/hooks/remote'
import './loaded.scss'

interface Props<T> {
  of: Remoted<T>
  /** The organisation the asker looks after, to go back to. */
  own: string
  children: (value: T) => ReactNode
}

/** What was read last, until something else is: another week changes numbers, not the page. */
export function useKept<T>(remote: Remote<T>): T | undefined {
  const kept = useRef<T>()
  if (remote.status === 'ready') kept.current = remote.value
  return remote.status === 'failed' ? undefined : kept.current
}

/** What the service answered, or where that stands, in a place of its own. */
export function Loaded<T>({ of: { remote, reload }, own, children }: Props<T>) {
  const value = useKept(remote)
  return (
    <View>
      <View>{remote.status === 'loading' && value && <View className="loaded-busy">正在读取…</View>}</View>
      {value && children(value)}
      {remote.status === 'loading' && !value && <Empty title="正在读取…" />}
      {remote.status === 'failed' &&
        (remote.missing ? <OutOfReach own={own} /> : <Failed message={remote.message} retry={() => void reload()} />)}
    </View>
  )
}

/** Another's organisation and one that does not exist are told alike: nobody learns which. */
export function OutOfReach({ own }: { own: string }) {
  return (
    <Empty
      title="这里不在您的范围内"
      hint="您看得到自己负责的组织和它的下级。地址可能写错了，也可能这个组织已经撤并"
      action={{ text: '回到我负责的组织', onPress: () => replace(routes.district('org', { org: own })) }}
    />
  )
}
