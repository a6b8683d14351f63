import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import { useMember } from '@/stores/member'

interface Props {
  /** px that the phone's status bar takes. */
  inset: number
  /** The page itself says when the records cannot be opened. */
  records?: boolean
}

/** What could not be written down, over whatever page one is on, until it has been read. */
export function Unsaved({ inset, records }: Props) {
  const problem = useMember(state => (records && state.status === 'failed' ? undefined : state.problem))
  const dismiss = useMember(state => state.dismissProblem)
  if (!problem) return null
  return (
    <View className="screen__unsaved" style={{ top: `calc(var(--touch) + 12px + ${inset}px)` }}>
      <Notice tone="warning" action={{ text: '知道了', onPress: dismiss }}>
        {problem}
      </Notice>
    </View>
  )
}
