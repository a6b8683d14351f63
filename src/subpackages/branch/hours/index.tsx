import { View } from '@tarojs/components'
import { useState } from 'react'
import { STUDY_HOURS } from '@domain/branch/branch-rules'
import { type MeetingKind, MEETING_KINDS, meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { OwnHoursEntry } from '@domain/contract/study-hours'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { rowsAtOnce } from '@/components/rows-at-once'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { Loaded } from '@/layout/states/loaded'
import { Screen } from '@/layout/screen'
import { ownHours } from '@/api/meetings'
import { readActivityKinds } from '@/feed/feed'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { authorised, useSession } from '@/stores/session'
import { SignedOut } from '../desk'

/** Meetings and activities at once. */
const PAGE = rowsAtOnce(5)

/** 我的学时: what the branch did together, as it has written down. Nothing that this phone measures. */
export default function HoursPage() {
  const { status } = useSession()
  return (
    <Screen title="我的学时">
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && <SignedOut what="学时按支部的记录算，登录支部账号以后才能看" />}
      {status === 'signed-in' && <Hours />}
    </Screen>
  )
}

function Hours() {
  const now = today().slice(0, 4)
  const before = String(Number(now) - 1)
  const [year, setYear] = useState(now)
  const read = useQuery(`hours-${year}`, () => ownHours(authorised, year))
  const known = useQuery('activity-kinds', readActivityKinds)
  const kinds = known.status === 'ready' ? known.value : []
  const kindTitle = (kind: string) =>
    MEETING_KINDS.some(it => it.id === kind)
      ? meetingKindTitle(kind as MeetingKind)
      : (kinds.find(it => it.id === kind)?.title ?? '支部活动')
  return (
    <>
      <Choice
        id="hours-year"
        label="哪一年"
        value={year}
        options={[now, before].map(value => ({ value, text: `${value}年` }))}
        onChange={setYear}
      />
      <Loaded of={read} missing={<Empty title="没有找到" hint="您现在不在支部的名册上" />}>
        {({ hours, required, entries }) => (
          <>
            <View className="stats">
              <Stat value={hours} name="学时" red />
              <Stat value={required} name="一年一般不少于" />
            </View>
            <Section title="从哪里来" aside={`${entries.length} 次`}>
              {entries.length === 0 && <View className="desk-note">这一年还没有记着您到会的会议或活动。</View>}
              <Entries key={year} entries={entries} kindTitle={kindTitle} />
            </Section>
            <View className="desk-note">
              只按支部记下的会议和活动算，不从手机上的学习算；不对的，请书记改。依据：{STUDY_HOURS.source}
              （读的是转述，以上级的通知为准）。
            </View>
          </>
        )}
      </Loaded>
    </>
  )
}

function Entries({ entries, kindTitle }: { entries: readonly OwnHoursEntry[]; kindTitle: (kind: string) => string }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <View>
        {entries.slice(0, shown).map((it, i) => (
          <Row
            key={i}
            title={it.title}
            note={`${formatDay(it.day)}，${kindTitle(it.kind)}`}
            meta={`${it.hours} 学时`}
          />
        ))}
      </View>
      <View>
        {entries.length > shown && (
          <Button id="hours-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, entries.length - shown)} 次
          </Button>
        )}
      </View>
    </>
  )
}
