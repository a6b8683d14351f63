import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { MemberWeek, MemberWeeks } from '@domain/contract/branch-report'
import { hasStudied, MEMBER_WEEK_COLUMNS } from '@domain/contract/report-columns'
import { a11y } from '@/components/a11y'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { open, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { useJoinSlips } from '../use-slips-here'
import { Unbind } from './unbind'

/** One member's last weeks: 学过 or 还没有, never what, how long or how well. */
export default function MemberPage() {
  return <Desk title="党员">{desk => <Member {...desk} />}</Desk>
}

function Member({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const read = useQuery(`member-${branch}-${id}`, () => reportApi(authorised, branch).member(id))
  const join = useJoinSlips(branch)
  const joined = ({ name, weeks }: MemberWeeks) => join(weeks.map(week => ({ ...week, member: id, name })))
  return (
    <BranchLoaded of={read}>
      {member => (
        <>
          <Weeks member={member} weeks={joined(member)} />
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

function Weeks({ member, weeks }: { member: MemberWeeks; weeks: MemberWeek[] }) {
  return (
    <>
      <View className="desk-title" {...a11y({ role: 'heading', level: 1 })}>
        {member.name}
      </View>
      {member.offline && <Notice>这位党员不用手机，学习由书记在“线下学习”里补记。</Notice>}
      <Section title={`近 ${weeks.length} 周`} aside={`${weeks.filter(hasStudied).length} 周学过`}>
        <DataTable {...shownTable(MEMBER_WEEK_COLUMNS, weeks)} page={weeks.length} />
        <View className="desk-note">
          手机和学习单只说“学过”还是“还没有”；学了什么、学了多久、答对答错，支部看不到。
        </View>
      </Section>
    </>
  )
}
