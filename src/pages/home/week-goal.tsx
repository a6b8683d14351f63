import { Text, View } from '@tarojs/components'
import { studyDays } from '@domain/progress/study-day'
import { streakOf } from '@domain/streak/weeks'
import { Ring } from '@/components/ring'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'

/** This week's goal as a quiet ring and a kind sentence. */
export function WeekGoal({ day }: { day: string }) {
  const days = useMember(state => state.progress.days)
  const goals = useSettings(state => state.goals)
  const { thisWeek } = streakOf(studyDays(days), day, goals)
  const left = thisWeek.goal - thisWeek.days
  const words = `本周已学 ${thisWeek.days} 天，目标 ${thisWeek.goal} 天`
  const hint =
    left <= 0
      ? '本周目标已经达到，接着学也很好'
      : left === 1
        ? '周日前再学一天就好'
        : `一天学三分钟或答五道题，就算一天`
  return (
    <View className="week-goal">
      <Ring value={thisWeek.days} goal={thisWeek.goal} label={words} />
      <View className="week-goal__words">
        <Text>{words}</Text>
        <Text className="week-goal__hint">{hint}</Text>
      </View>
    </View>
  )
}
