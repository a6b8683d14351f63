import { Text, View } from '@tarojs/components'
import { isStudyDay, studyDays } from '@domain/progress/study-day'
import { streakOf } from '@domain/streak/weeks'
import { NO_BREAK } from '@domain/text/line-ends'
import { weekDays } from '@domain/time/day'
import { WeekKnots } from '@/components/week-knots'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'

const inDays = (count: number): string => `${count}${NO_BREAK}天`

/** This week's days as knots on a line, the goal and a kind sentence. */
export function WeekGoal({ day }: { day: string }) {
  const days = useMember(state => state.progress.days)
  const goals = useSettings(state => state.goals)
  const { thisWeek } = streakOf(studyDays(days), day, goals)
  const left = thisWeek.goal - thisWeek.days
  const words = `本周已学 ${inDays(thisWeek.days)}，目标 ${inDays(thisWeek.goal)}`
  const hint =
    left <= 0
      ? '本周目标已经达到，接着学也很好'
      : left === 1
        ? '周日前再学一天就好'
        : `一天学三分钟或答五道题，就算一天`
  const week = weekDays(day).map((it, i) => ({
    name: it === day ? '今天' : '一二三四五六日'.charAt(i),
    studied: days[it] !== undefined && isStudyDay(days[it]),
    today: it === day,
  }))
  return (
    <View className="week-goal">
      <Text className="week-goal__words">{words}</Text>
      <WeekKnots days={week} label={words} />
      <Text className="week-goal__hint">{hint}</Text>
    </View>
  )
}
