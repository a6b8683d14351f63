import { View } from '@tarojs/components'
import { useState } from 'react'
import { OFFLINE_DAYS_BACK } from '@domain/contract/limits'
import type { OfflineRecord } from '@domain/contract/offline'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { offlineApi } from '@/api/branch'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'

/** Rows at once. */
const PAGE = 10

interface Props {
  branch: string
  records: readonly OfflineRecord[]
  onRemoved: () => void
}

/** What has been written down; a record made by mistake can be taken back. */
export function Records({ branch, records, onRemoved }: Props) {
  const [shown, setShown] = useState(PAGE)
  const [going, setGoing] = useState<OfflineRecord>()
  const { said, attempt } = useSaid()
  const remove = async () => {
    if (!going) return
    setGoing(undefined)
    await attempt(() => offlineApi(authorised, branch).remove(going.id), '已经撤销')
    // Refused too: another secretary may have taken it back.
    onRemoved()
  }
  return (
    <Section title="最近记过的" aside={records.length > 0 ? `${records.length} 条` : undefined}>
      <Said said={said} />
      {records.length === 0 && <Empty title={`最近 ${OFFLINE_DAYS_BACK} 天没有补记过`} />}
      {records.slice(0, shown).map(it => (
        <Row
          key={it.id}
          title={`${it.name} · ${it.what}`}
          note={`${formatDay(it.day)}，${it.minutes} 分钟，${it.reason}`}
          meta={
            <Button
              id={`remove-${it.id}`}
              look="plain"
              label={`撤销${it.name}${formatDay(it.day)}的记录`}
              onPress={() => setGoing(it)}
            >
              撤销
            </Button>
          }
        />
      ))}
      {records.length > shown && (
        <Button id="records-more" onPress={() => setShown(n => n + PAGE)}>
          再看 {Math.min(PAGE, records.length - shown)} 条
        </Button>
      )}
      <View>
        <Dialog
          open={!!going}
          title="撤销这条记录？"
          confirm="撤销"
          onConfirm={() => void remove()}
          onCancel={() => setGoing(undefined)}
        >
          {going && `${going.name} ${formatDay(going.day)}的线下学习不再计入。撤销也会记进操作记录。`}
        </Dialog>
      </View>
    </Section>
  )
}
