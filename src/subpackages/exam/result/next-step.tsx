import { View } from '@tarojs/components'
import { answeringPoints, pointsOf } from '@domain/points/points'
import { emptyDay } from '@domain/progress/state'
import type { QuizSession } from '@domain/quiz/session'
import { dueOn } from '@domain/review/due'
import { Button } from '@/components/button'
import { readRules } from '@/feed/feed'
import { replace, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'

/** What answering has earned today, and the one thing to do next. */
export function NextStep({ session }: { session: QuizSession }) {
  const day = today()
  const done = useMember(state => state.progress.days[day])
  const due = useMember(state => dueOn(state.notebook, day).length)
  const rules = useQuery('rules', readRules)
  const points = rules.status === 'ready' ? pointsOf(done ?? emptyDay(day), rules.value.ruleSets) : undefined
  return (
    <View className="result__next">
      {points && (
        <View id="points">
          今天答题得 {answeringPoints(points)} 分，全天 {points.total} 分
        </View>
      )}
      {session.mode === 'daily' && <View>今天的五题答完了，明天有新的五题</View>}
      {due > 0 ? (
        <Button id="next-review" onPress={() => replace(routes.run({ mode: 'review' }))}>
          温习今天到期的 {due} 题
        </Button>
      ) : (
        <Button id="next-practice" onPress={() => replace(routes.practice())}>
          再练一组
        </Button>
      )}
    </View>
  )
}
