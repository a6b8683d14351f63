import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { OwnMeeting } from '@domain/contract/meetings'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Sheet } from '@/components/sheet'
import { addToCalendar, CALENDAR_FILE } from '@/platform/phone/calendar'
import { useOwnMeetings } from '@/stores/own-meetings'
import { useSession } from '@/stores/session'

/** Rows on the home page: the nearest. */
const SHOWN = 3
/** A meeting takes about so long, and the calendar sounds so long before, minutes. */
const TAKES = 90
const ALARM = 60

const whenOf = ({ day, time }: OwnMeeting) => `${formatDay(day)} ${formatWeekday(day)} ${time}`

/** What the branch has arranged and expects the member at; each can be put into the phone's own calendar. */
export function BranchMeetings({ day }: { day: string }) {
  const status = useSession(state => state.status)
  const { list, load } = useOwnMeetings()
  const [chosen, setChosen] = useState<OwnMeeting>()
  const [all, setAll] = useState(false)
  useEffect(() => void load(), [load, status])
  useDidShow(() => void load())
  // Kept from another day.
  const coming = status === 'signed-in' ? list.filter(it => it.day >= day) : []
  if (coming.length === 0) return null
  return (
    <Section title="支部安排">
      {(all ? coming : coming.slice(0, SHOWN)).map(it => (
        <Row
          key={it.id}
          id={`own-meeting-${it.id}`}
          title={it.title}
          note={[whenOf(it), meetingKindTitle(it.kind), it.place].filter(Boolean).join('，')}
          onPress={() => setChosen(it)}
        />
      ))}
      <View>
        {!all && coming.length > SHOWN && (
          <Button id="own-meetings-more" onPress={() => setAll(true)}>
            再看 {coming.length - SHOWN} 次
          </Button>
        )}
      </View>
      <View>{chosen && <MeetingSheet meeting={chosen} onClose={() => setChosen(undefined)} />}</View>
    </Section>
  )
}

function MeetingSheet({ meeting, onClose }: { meeting: OwnMeeting; onClose: () => void }) {
  const { id, kind, title, day, time, place } = meeting
  const [outcome, setOutcome] = useState<{ problem?: string }>()
  const add = () =>
    addToCalendar(
      { title, note: meetingKindTitle(kind), from: day, time, daily: false, minutes: TAKES, place, alarm: ALARM },
      `meeting-${id}`,
    ).then(
      () => setOutcome({}),
      (error: Error) => setOutcome({ problem: error.message }),
    )
  return (
    <Sheet open title={title} kind={meetingKindTitle(kind)} onClose={onClose}>
      <View>{whenOf(meeting)}</View>
      <View>{place}</View>
      <View>
        {outcome && (
          <Notice tone={outcome.problem ? 'warning' : 'good'}>
            {outcome.problem ??
              (CALENDAR_FILE ? '✓ 日历文件已经给您，打开就记进日历' : '✓ 已经写进手机日历，开会前一小时提醒')}
          </Notice>
        )}
      </View>
      <Button id="meeting-calendar" look="main" onPress={() => void add()}>
        {CALENDAR_FILE ? '要日历文件' : '写进手机日历'}
      </Button>
    </Sheet>
  )
}
