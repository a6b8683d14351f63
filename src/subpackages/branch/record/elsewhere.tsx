import { View } from '@tarojs/components'
import { RECORD_FIELDS, recordOf } from '@domain/contract/meeting-record'
import type { MeetingDetail, MeetingRecord } from '@domain/contract/meetings'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'

interface Props {
  detail: MeetingDetail
  /** What was written on both phones. */
  clashes: readonly (keyof MeetingRecord)[]
  onDrop: () => void
}

/** Another phone has saved the record while it was written here. */
export function Elsewhere({ detail, clashes, onDrop }: Props) {
  return (
    <Notice tone="warning">
      您写的时候，别的手机改过这次会议。那边改的、您没有动过的，已经照那边的放进来。
      {clashes.length > 0 && '这几项两边都写了，下面是您写的，保存会以您的为准；那边写的是：'}
      {clashes.map(field => (
        <View key={field}>
          {RECORD_FIELDS[field]}：“{wordOf(field, detail)}”
        </View>
      ))}
      <Button id="draft-drop" look="plain" onPress={onDrop}>
        不要我写的，看那边的
      </Button>
    </Notice>
  )
}

function wordOf(field: keyof MeetingRecord, detail: MeetingDetail): string {
  const value = recordOf(detail)[field]
  if (value === undefined || value === '') return '没有写'
  if (Array.isArray(value)) return `${value.length} 项`
  if (field === 'day') return formatDay(String(value))
  if (field !== 'chair' && field !== 'recorder') return String(value)
  return detail.rows.find(row => row.member === value)?.name ?? '名单上没有的人'
}
