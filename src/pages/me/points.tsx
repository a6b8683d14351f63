import type { MemberDay } from '@domain/progress/summaries'
import { emptyDay } from '@domain/progress/state'
import { pointsOf } from '@domain/points/points'
import { Failed } from '@/components/failed'
import { Row } from '@/components/row'
import { readRules } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'

/** Today's points and why, in a line; they are the member's own and nobody is ranked by them. */
export function Points({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const rules = useQuery('rules', readRules)
  if (rules.status === 'loading') return null
  if (rules.status === 'failed') return <Failed {...rules} />
  const { ruleSets } = rules.value
  const today = pointsOf(days[day] ?? emptyDay(day), ruleSets)
  const all = Object.values(days).reduce((sum, it) => sum + pointsOf(it, ruleSets).total, 0)
  const why = today.lines
    .filter(line => line.points > 0)
    .map(line => `${line.rule.label} ${line.points} 分${line.capped ? '（到顶）' : ''}`)
  const words = [
    `今天 ${today.total} 分${why.length > 0 ? `：${why.join('，')}` : ''}`,
    `累计 ${all} 分，不排名，不报支部`,
  ]
  return <Row id="to-rules" title="积分规则" note={words.join('；')} onPress={() => open(routes.rules())} />
}
