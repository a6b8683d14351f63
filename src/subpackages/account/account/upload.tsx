import { View } from '@tarojs/components'
import type { RejectReason } from '@domain/contract/sync'
import { formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useSync } from '@/stores/sync'
import './index.scss'

const REASONS: Record<RejectReason, string> = {
  invalid: '这条记录的格式服务不认得，可能要更新应用',
  day: '这条记录的日期和时间对不上，可能手机时间调过',
  unfinished: '服务算下来还没有读完或听完',
}

/** What waits, what went wrong, what was refused; each with its reason. */
export function Upload() {
  const { outbox, sending, problem, send, dismissRejected } = useSync()
  if (!outbox?.chosen) return null
  const { waiting, rejected, sentAt, clockOff } = outbox
  const when = sentAt === undefined ? '' : `，上次 ${formatMinute(sentAt).slice(5)}`
  return (
    <Section title="上传">
      <View id="upload-state">
        <Row title={waiting > 0 ? `还有 ${waiting} 条未上传` : `都已上传${when}`} meta={sending ? '正在上传…' : ''} />
      </View>
      <View>
        {clockOff && (
          <Notice tone="warning">
            这部手机的时间不准，刚学的只计入合计，不算达标。请在手机设置里打开“自动设置时间”，以后学的就照常算。
          </Notice>
        )}
        {problem && <Notice tone="warning">{problem}</Notice>}
        {(waiting > 0 || problem) && (
          <Button id="send-now" onPress={() => void send()}>
            现在上传
          </Button>
        )}
      </View>
      <View>
        {rejected.length > 0 && (
          <>
            <Notice>有 {rejected.length} 条服务没有收，您手机上的记录不受影响：</Notice>
            {rejected.slice(-10).map(({ event, reason }) => (
              <Row
                key={event.id}
                title={`${formatMinute(event.at)}${'item' in event ? ` ${event.item}` : ''}`}
                note={REASONS[reason]}
              />
            ))}
            <Button id="seen-rejected" onPress={() => void dismissRejected()}>
              知道了
            </Button>
          </>
        )}
      </View>
    </Section>
  )
}
