import { View } from '@tarojs/components'
import { SMALLEST_TOLD } from '@domain/contract/limits'
import { formatWeek } from '@domain/time/format'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { readBranchWeek } from '@/api/me'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import './index.scss'

/** The branch's week in sums; without a network this part says so and the rest of the page goes on. */
export function BranchWeek({ branch }: { branch: string }) {
  const week = useQuery(`branch week ${branch}`, () => readBranchWeek(authorised))
  if (week.status === 'loading') return <View className="account__note">正在读支部本周的情况…</View>
  if (week.status === 'failed')
    return (
      <Section title="支部本周">
        <Row id="branch-week" title="再试一次" note={week.message} onPress={week.reload} />
      </Section>
    )
  const { start, members, studied } = week.value
  return (
    <Section title="支部本周" aside={formatWeek(start)}>
      <View id="branch-week">
        {members === undefined ? (
          <View className="account__note">
            支部不足 {SMALLEST_TOLD} 人，或者这个月有人换支部、转走、注销，不显示人数。
          </View>
        ) : (
          <Row title="参学" meta={`${studied} / ${members} 人`} />
        )}
      </View>
    </Section>
  )
}
