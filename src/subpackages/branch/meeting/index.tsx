import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type MeetingDetail, meetingKindTitle } from '@domain/contract/meetings'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { meetingApi } from '@/api/meetings'
import { back } from '@/navigation'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '../said'
import { save } from '../save-file'
import { Attendance } from './attendance'
import { CheckInBoard } from './board'

/** One meeting: the code to check in by, and who is there. */
export default function MeetingPage() {
  return <Desk title="会议签到">{desk => <Meeting {...desk} />}</Desk>
}

function Meeting({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const api = meetingApi(authorised, branch)
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`meeting-${branch}-${id}`, () => api.detail(id))
  const remove = async () => {
    setAsking(false)
    if (await attempt(() => api.remove(id))) back()
  }
  return (
    <BranchLoaded of={read}>
      {detail => (
        <>
          <Head detail={detail} />
          <CheckInBoard branch={branch} meeting={detail.meeting} onOpened={read.reload} onTick={read.reload} />
          <Attendance branch={branch} detail={detail} onChanged={read.reload} />
          <Said said={said} />
          <View className="desk-actions">
            <Button
              id="meeting-xlsx"
              disabled={busy}
              onPress={() => void attempt(() => save(api.file(id, 'xlsx')), '表格已经导出')}
            >
              导出签到表
            </Button>
            <Button id="meeting-remove" onPress={() => setAsking(true)}>
              删除这次会议
            </Button>
          </View>
          <Dialog
            open={asking}
            title="删除这次会议？"
            confirm="删除"
            onConfirm={() => void remove()}
            onCancel={() => setAsking(false)}
          >
            签到记录也一起删掉，不能恢复。删除会记进操作记录。
          </Dialog>
        </>
      )}
    </BranchLoaded>
  )
}

function Head({ detail: { meeting } }: { detail: MeetingDetail }) {
  const { title, kind, day, time, place } = meeting
  return (
    <>
      <View className="desk-title">{title}</View>
      <View className="desk-note">
        {meetingKindTitle(kind)}，{formatDay(day)} {formatWeekday(day)} {time}
        {place ? `，${place}` : ''}
      </View>
    </>
  )
}
