import { View } from '@tarojs/components'
import type { PointsRuleSet } from '@domain/catalog/points-rules'
import { formatFullDay } from '@domain/time/format'
import { Failed } from '@/components/failed'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { readRules } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import './index.scss'

/** The rules as they are counted: this page is made from the same file as the points. */
export default function Rules() {
  const rules = useQuery('rules', readRules)
  return (
    <Screen title="积分规则">
      {rules.status === 'failed' && <Failed {...rules} />}
      {rules.status === 'ready' && [...rules.value.ruleSets].reverse().map(set => <RuleSet key={set.from} set={set} />)}
      <Section title="说明">
        <View>规则是本项目自己定的。登录、打开、分享都不计分；快进和倍速不多算时间；同一篇、同一组题只计一次。</View>
        <View className="rules__note">积分只给自己看，不排名，也不报给支部。</View>
      </Section>
    </Screen>
  )
}

function RuleSet({ set }: { set: PointsRuleSet }) {
  return (
    <Section title={`自 ${formatFullDay(set.from)} 起`} aside={`每天最多 ${set.dailyCap} 分`}>
      <View className="rules__before">{set.note}</View>
      {set.rules.map(rule => (
        <Row key={rule.id} title={rule.label} meta={`${rule.points} 分，每天最多 ${rule.dailyCap} 分`} />
      ))}
    </Section>
  )
}
