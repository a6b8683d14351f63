import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { MeetingDetail } from '@domain/contract/meetings'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { meetingApi } from '@/api/meetings'
import { back, open, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { saveDownload } from '@/actions/save-download'
import { ThemeDay } from '../theme-day'
import { Attendance } from './attendance'
import { CheckInBoard } from './board'

/** One meeting: the code to check in by, who is there, and the record of it. */
export default function MeetingPage() {
  return <Desk title="会议">{desk => <Meeting {...desk} />}</Desk>
}

function Meeting({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const api = meetingApi(authorised, branch)
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`meeting-${branch}-${id}`, () => api.detail(id))
  // Coming back from the record.
  useDidShow(() => void read.reload())
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
          <View>
            {detail.meeting.kind === 'theme_day' && detail.meeting.day === today() && (
              <ThemeDay branch={branch} meetings={[detail.meeting]} own onBegun={read.reload} onFailed={read.reload} />
            )}
          </View>
          <Attendance branch={branch} detail={detail} onChanged={read.reload} />
          <Record detail={detail} onOpen={() => open(routes.desk('record', { org: branch, id }))} />
          <Said said={said} />
          <View className="desk-actions">
            <Button
              id="meeting-xlsx"
              disabled={busy}
              onPress={() => void attempt(() => saveDownload(api.file(id, 'xlsx')), '表格已经导出')}
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
            签到、请假和会议记录也一起删掉，不能恢复。删除会记进操作记录。
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

/** What is written down of it so far, and the way to write. */
function Record({
  detail: { meeting, rows, chair, recorder, minutes },
  onOpen,
}: {
  detail: MeetingDetail
  onOpen: () => void
}) {
  const nameOf = (id?: string) => rows.find(row => row.member === id)?.name
  const said = [
    nameOf(chair) && `主持 ${nameOf(chair)}`,
    nameOf(recorder) && `记录 ${nameOf(recorder)}`,
    `学时 ${meeting.hours}`,
    minutes ? `记录 ${minutes.length} 字` : '记录还没写',
  ]
  return (
    <Section title="会议记录">
      <Row id="to-record" title="写记录、改会议" note={said.filter(Boolean).join('，')} onPress={onOpen} />
    </Section>
  )
}
