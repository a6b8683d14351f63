import { View } from '@tarojs/components'
import { DAYS_BACK } from '@domain/contract/day-limits'
import type { DaySoFar } from '@domain/sync/day-record'
import { formatDay, formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useSync } from '@/stores/sync'
import './index.scss'

const datesOf = (days: readonly DaySoFar[]) => [...new Set(days.map(it => formatDay(it.day)))].join('、')

/** Which days wait, what went wrong, and which will not be told of; each with its reason. */
export function Upload() {
  const { outbox, sending, problem, send } = useSync()
  if (!outbox?.chosen) return null
  const { waiting, ahead, old, unknown, sentAt } = outbox
  const when = sentAt === undefined ? '' : `，上次 ${formatMinute(sentAt).slice(5)}`
  return (
    <Section title="上传">
      <View id="upload-state">
        <Row
          title={waiting.length > 0 ? `还有 ${waiting.length} 天未上传` : `都已上传${when}`}
          note={waiting.length > 0 ? datesOf(waiting) : undefined}
          meta={sending ? '正在上传…' : ''}
        />
      </View>
      <View>
        {problem && <Notice tone="warning">{problem}</Notice>}
        {(waiting.length > 0 || problem) && (
          <Button id="send-now" onPress={() => void send()}>
            现在上传
          </Button>
        )}
      </View>
      <View>
        {ahead.length > 0 && <Notice>{`${datesOf(ahead)}还没有到，到了那一天再上传。`}</Notice>}
        {old.length > 0 && (
          <Notice>{`${datesOf(old)}已经过了 ${DAYS_BACK} 天，没有报给支部；您手机上的记录不受影响。`}</Notice>
        )}
        {unknown.length > 0 && (
          <Notice>{`服务不认得 ${unknown.join('、')}，没有记下，别的都记了；过几天内容更新以后会好。`}</Notice>
        )}
      </View>
    </Section>
  )
}
