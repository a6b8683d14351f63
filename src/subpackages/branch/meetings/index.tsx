import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type MeetingKind, meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { MeetingSummary } from '@domain/contract/meetings'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { meetingApi } from '@/api/meetings'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { saveDownload } from '@/actions/save-download'
import { ThemeDay } from '../theme-day'
import { Arrange } from './arrange'
import { QuarterBoard } from './quarter'
import { Themes } from './themes'

/** Past meetings at once. */
const PAGE = process.env.TARO_ENV === 'weapp' ? 5 : 10

/** 会议: what the quarter requires, what is arranged, and who was there. */
export default function MeetingsPage() {
  return <Desk title="会议">{desk => <Meetings key={desk.branch} {...desk} />}</Desk>
}

function Meetings({ branch }: DeskOf) {
  const day = today()
  const [arranging, setArranging] = useState<MeetingKind>()
  const [called, setCalled] = useState<string>()
  const [shown, setShown] = useState(PAGE)
  const { said, busy, attempt } = useSaid()
  const api = meetingApi(authorised, branch)
  const read = useQuery(`meetings-${branch}`, api.list)
  useDidShow(() => void read.reload())
  const arrange = (kind: MeetingKind | undefined, title?: string) => {
    setArranging(kind)
    setCalled(title)
  }
  const openMeeting = (id: string) => open(routes.desk('meeting', { org: branch, id }))
  const line = (it: MeetingSummary) => (
    <Row
      key={it.id}
      id={`meeting-${it.id}`}
      title={it.title}
      note={`${formatDay(it.day)} ${formatWeekday(it.day)} ${it.time}，${meetingKindTitle(it.kind)}`}
      meta={it.day > day && it.present === 0 ? '还没开' : `到会 ${it.present} / ${it.members}`}
      onPress={() => openMeeting(it.id)}
    />
  )
  return (
    <View>
      <View>
        {read.status === 'ready' && (
          <ThemeDay
            branch={branch}
            meetings={read.value.meetings}
            onBegun={openMeeting}
            onFailed={() => void read.reload()}
          />
        )}
      </View>
      <View className="desk-actions">
        <Button
          id="to-arrange"
          look={arranging ? 'quiet' : 'main'}
          onPress={() => arrange(arranging ? undefined : 'theme_day')}
        >
          {arranging ? '先不安排了' : '安排一次会议'}
        </Button>
      </View>
      <View>
        {arranging && (
          <Arrange
            key={`${arranging} ${called ?? ''}`}
            called={called}
            branch={branch}
            first={arranging}
            groups={read.status === 'ready' ? read.value.posts.groups : []}
            onArranged={openMeeting}
            onFailed={() => void read.reload()}
          />
        )}
      </View>
      <Themes branch={branch} onArrange={title => arrange('theme_day', title)} />
      <BranchLoaded of={read}>
        {({ meetings: list, total, posts, since }) => {
          const coming = list.filter(it => it.day >= day).reverse()
          const past = list.filter(it => it.day < day)
          return (
            <>
              <QuarterBoard
                meetings={list}
                posts={posts}
                since={since}
                today={day}
                onArrange={arrange}
                onOpen={openMeeting}
              />
              {list.length === 0 && <Empty title="还没有会议" hint="安排一次，开会时亮出二维码，党员扫一下就签到了" />}
              {coming.length > 0 && <Section title="今天和以后">{coming.map(line)}</Section>}
              {past.length > 0 && (
                <Section title="开过的" aside={`${total - coming.length} 次`}>
                  <View>{past.slice(0, shown).map(line)}</View>
                  <View>
                    {past.length > shown && <Button onPress={() => setShown(n => n + PAGE)}>再看几次</Button>}
                  </View>
                  {total > list.length && shown >= past.length && (
                    <View className="desk-note">这里是最近的 {list.length} 次；台账里是全部。</View>
                  )}
                </Section>
              )}
              <Said said={said} />
              {list.length > 0 && (
                <View className="desk-actions">
                  <Button
                    id="meetings-xlsx"
                    disabled={busy}
                    onPress={() => void attempt(() => saveDownload(api.ledger('xlsx')), '会议台账已经导出')}
                  >
                    导出会议台账
                  </Button>
                </View>
              )}
            </>
          )
        }}
      </BranchLoaded>
    </View>
  )
}
