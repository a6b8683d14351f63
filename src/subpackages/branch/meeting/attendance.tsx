import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { checkInTime } from '@domain/contract/check-in'
import { laterMembers } from '@domain/branch/later-members'
import { ATTENDANCE_COLUMNS } from '@domain/contract/meeting-columns'
import type { MeetingDetail } from '@domain/contract/meetings'
import type { Day } from '@domain/time/day'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Picks } from '@/components/picks'
import { Ring } from '@/components/ring'
import { Section } from '@/components/section'
import { meetingApi } from '@/api/meetings'
import { postApi } from '@/api/posts'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'
import { OnLeave } from './leave'

const REASONS = ['没有带手机', '不用智能手机', '手机没电', '其他'].map(value => ({ value, text: value }))

interface Props {
  branch: string
  detail: MeetingDetail
  onChanged: () => Promise<void>
}

/** Who is there, as it fills; who has no phone at hand is marked by the secretary, with a reason. */
export function Attendance({ branch, detail: { meeting, rows }, onChanged }: Props) {
  const due = `应到 ${meeting.members} 人${meeting.leave > 0 ? `，请假 ${meeting.leave} 人` : ''}`
  const words = `到会 ${meeting.present} 人，${due}`
  // Who is missing without a word stands last.
  const standing = (row: MeetingDetail['rows'][number]) => (row.present ? 0 : row.leave ? 1 : 2)
  const listed = [0, 1, 2].flatMap(place => rows.filter(row => standing(row) === place))
  return (
    <>
      <View className="desk-share">
        <Ring value={meeting.present} goal={meeting.members} label={words} />
        <View className="desk-share__words">
          <Text id="meeting-present">到会 {meeting.present} 人</Text>
          <Text className="desk-share__note">{due}</Text>
        </View>
      </View>
      <Section title="签到表">
        <DataTable {...shownTable(ATTENDANCE_COLUMNS, listed)} />
      </Section>
      <View>
        {checkInTime(meeting.day, today()) !== 'soon' && (
          <ByHand branch={branch} meeting={meeting.id} day={meeting.day} rows={rows} onChanged={onChanged} />
        )}
      </View>
      <OnLeave branch={branch} meeting={meeting.id} rows={rows} onChanged={onChanged} />
    </>
  )
}

export interface ByHandProps {
  branch: string
  meeting: string
  rows: MeetingDetail['rows']
  onChanged: () => Promise<void>
}

function ByHand({ branch, meeting, day, rows, onChanged }: ByHandProps & { day: Day }) {
  const people = useQuery(`posts-${branch}`, postApi(authorised, branch).read)
  const later = laterMembers(people.status === 'ready' ? people.value : [], rows, day)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState('没有带手机')
  const [other, setOther] = useState('')
  const { said, busy, attempt } = useSaid()
  const api = meetingApi(authorised, branch)
  const why = reason === '其他' ? other.trim() : reason
  const absent = rows.filter(row => !row.present)
  const marked = rows.filter(row => row.how === 'hand')
  const act = async (doing: () => Promise<unknown>, done: string) => {
    if (await attempt(doing, done)) setChosen([])
    await onChanged()
  }
  return (
    <View className="desk-form">
      <Said said={said} />
      <Button id="by-hand" onPress={() => setOpen(!open)}>
        {open ? '收起' : '到了但没法扫码：替他登记'}
      </Button>
      <View>
        {open && (
          <Section title="书记登记">
            <Picks
              id="present"
              label="哪几位到了"
              values={chosen}
              options={[
                ...absent.map(row =>
                  row.leave
                    ? { value: row.member, text: `${row.name}（请假）`, apart: true }
                    : { value: row.member, text: row.name },
                ),
                ...later,
              ]}
              onChange={setChosen}
              all
            />
            <View className="desk-note">
              名单是开会那时在名册上的人，加上已经登记的。后来才写进名册、当时也到了的，标着“后进名册”，单独勾。
            </View>
            <View>为什么由书记登记</View>
            <Choice
              id="present-reason"
              label="为什么由书记登记"
              value={reason}
              options={REASONS}
              onChange={setReason}
            />
            {reason === '其他' && (
              <Input
                id="present-other"
                className="field"
                value={other}
                maxlength={200}
                placeholder="写明原因"
                onInput={event => setOther(event.detail.value)}
                {...a11y({ label: '登记的原因' })}
              />
            )}
            <Button
              id="present-mark"
              disabled={chosen.length === 0 || why.length < 2 || busy}
              onPress={() => void act(() => api.mark(meeting, chosen, why), `已经登记 ${chosen.length} 位`)}
            >
              登记到会
            </Button>
            {marked.length > 0 && (
              <>
                <View>登记错了可以撤销</View>
                {marked.map(row => (
                  <Button
                    key={row.member}
                    id={`unmark-${row.member}`}
                    look="plain"
                    onPress={() => void act(() => api.unmark(meeting, row.member), `已经撤销${row.name}的登记`)}
                  >
                    撤销{row.name}
                  </Button>
                ))}
              </>
            )}
          </Section>
        )}
      </View>
    </View>
  )
}
