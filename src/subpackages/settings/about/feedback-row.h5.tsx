import { Row } from '@/components/row'

export function FeedbackRow({ onKeep }: { onKeep: () => void }) {
  return <Row id="feedback" title="意见反馈" note="先记在这部手机上，再复制出来发给编辑" onPress={onKeep} />
}
