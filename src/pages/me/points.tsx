import type { MemberDay } from '@domain/progress/summaries'
import { emptyDay } from '@domain/progress/state'
import { pointsOf } from '@domain/points/points'
import { Failed } from '@/components/failed'
import { Row } from '@/components/row'
import { Remark } from '@/components/remark'
import { Section } from '@/components/section'
import { readRules } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'

/** Today's points and why; they are the member's own and nobody is ranked by them. */
export function Points({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const rules = useQuery('rules', readRules)
  if (rules.status === 'loading') return null
  if (rules.status === 'failed') return <Failed {...rules} />
  const { ruleSets } = rules.value
  const today = pointsOf(days[day] ?? emptyDay(day), ruleSets)
  const all = Object.values(days).reduce((sum, it) => sum + pointsOf(it, ruleSets).total, 0)
  const lines = today.lines.filter(line => line.points > 0)
  return (
    <Section title="积分" aside={`累计 ${all} 分`}>
      <Row title="今天" meta={`${today.total} 分`} />
      {lines.map(line => (
        <Row key={line.rule.id} title={line.rule.label} meta={`${line.points} 分${line.capped ? '（到顶）' : ''}`} />
      ))}
      <Row id="to-rules" title="积分规则" onPress={() => open(routes.rules())} />
      <Remark>积分只给自己看，不排名，不报支部。</Remark>
    </Section>
  )
}
