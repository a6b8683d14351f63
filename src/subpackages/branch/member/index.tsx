import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { lastWeeks } from '@domain/branch/weeks'
import { MEMBER_WEEK_COLUMNS, type MemberTotals, type MemberWeek } from '@domain/contract/branch-report'
import { formatDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { WeekColumns } from '@/components/week-columns'
import { reportApi } from '@/api/branch'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useAppearance } from '@/stores/appearance'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Unbind } from './unbind'

/** One member's last weeks in sums: never an answer, never when in the day. */
export default function MemberPage() {
  return <Desk title="党员">{desk => <Member {...desk} />}</Desk>
}

function Member({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const read = useQuery(`member-${branch}-${id}`, () => reportApi(authorised, branch).member(id))
  return (
    <BranchLoaded of={read}>
      {member => (
        <>
          <Totals member={member} />
          <View>
            <Row
              id="to-nudge"
              title={`给${member.name}写一段提醒`}
              note="复制以后发给本人"
              onPress={() => open(routes.desk('nudge', { org: branch, id }))}
            />
          </View>
          <Unbind key={id} branch={branch} id={id} member={member} onDone={() => void read.reload()} />
        </>
      )}
    </BranchLoaded>
  )
}

function Totals({ member }: { member: MemberTotals }) {
  const { theme } = useAppearance()
  const weeks = lastWeeks(member.weeks, today())
  const sum = (field: 'studyDays' | 'minutes') => weeks.reduce((all, week) => all + week[field], 0)
  const met = weeks.filter(week => week.met).length
  const name = (week: MemberWeek) => `${formatDay(week.week)}这一周`
  return (
    <>
      <View className="desk-title" {...a11y({ role: 'heading', level: 1 })}>
        {member.name}
      </View>
      <View className="stats">
        <Stat value={`${met}/${weeks.length}`} name="周达标" red />
        <Stat value={sum('studyDays')} name="学习天数" />
        <Stat value={sum('minutes')} name="分钟" />
      </View>
      {member.offline && <Notice>这位党员不用手机，学习由书记在“线下学习”里补记。</Notice>}
      <Section title={`近 ${weeks.length} 周`} aside={`每周目标 ${member.goal} 天`}>
        <WeekColumns
          weeks={weeks.map(week => ({ value: week.studyDays, met: week.met }))}
          goal={member.goal}
          theme={theme}
          label={`最近 ${weeks.length} 周每周学习天数：${weeks.map(week => `${formatDay(week.week)} ${week.studyDays} 天`).join('，')}`}
          first={name(weeks[0]!)}
          last="本周"
        />
        <View className="desk-note">柱子是每周学了几天，虚线是本人定的目标</View>
      </Section>
      <Section title="一周一行">
        <DataTable {...shownTable(MEMBER_WEEK_COLUMNS, [...weeks].reverse())} page={weeks.length} />
      </Section>
    </>
  )
}
