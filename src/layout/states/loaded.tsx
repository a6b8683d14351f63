import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { type Query, useLast } from '@/hooks/query'
import './loaded.scss'

interface Props<T> {
  of: Query<T>
  /** Instead of it, where it is not there or not for this person. */
  missing: ReactNode
  /** What was read before stays in sight while something else is read: another week changes numbers, not the page. */
  keeps?: boolean
  children: (value: T) => ReactNode
}

/** What the service answered, or how far that is. It has a place of its own: what comes late moves nothing else. */
export function Loaded<T>({ of, missing, keeps = false, children }: Props<T>) {
  const last = useLast(of)
  const value = keeps || of.status === 'ready' ? last : undefined
  return (
    <View>
      <View>{of.status === 'loading' && value && <View className="loaded-busy">正在读取…</View>}</View>
      {value && children(value)}
      {of.status === 'loading' && !value && <Empty title="正在读取…" />}
      {of.status === 'failed' && (of.missing ? missing : <Failed message={of.message} reload={of.reload} />)}
    </View>
  )
}
