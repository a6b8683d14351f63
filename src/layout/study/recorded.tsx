import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { reopenMember, useMember } from '@/stores/member'

/** What stands in the member's records. Until they have been read nothing is said: a zero would be false. */
export function Recorded({ children }: { children: ReactNode }) {
  const status = useMember(state => state.status)
  const problem = useMember(state => state.problem)
  return (
    <View>
      {status === 'ready' && children}
      {status === 'loading' && <Waiting>正在读您的学习记录…</Waiting>}
      {status === 'failed' && <Failed message={problem ?? '手机里的学习记录打不开'} reload={reopenMember} />}
    </View>
  )
}
