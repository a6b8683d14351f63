import { Text, View } from '@tarojs/components'
import { planOn } from '@domain/catalog/plan'
import { formatDay, formatWeekday } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { Notice } from '@/components/notice'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { TypeSheet } from '@/layout/type-sheet'
import { readDays, readSchedule } from '@/feed/feed'
import { endFirstPaint } from '@/platform/page/first-paint'
import { useCatalog } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'
import { useEffect, useState } from 'react'
import { BranchTasks } from './branch-tasks'
import { Continue } from './continue'
import { TodayEvent } from './today-event'
import { TodayPlanRows } from './today-plan'
import { Unread } from './unread'
import { WeekGoal } from './week-goal'
import { WeekTheme } from './week-theme'
import './index.scss'

export default function Home() {
  const { day } = useDay()
  const [typeOpen, setTypeOpen] = useState(false)
  const { catalog, problem: catalogProblem, offline, load } = useCatalog()
  const { status, quarantined } = useMember()
  const days = useQuery(`days-${day.slice(5, 7)}`, () => readDays(Number(day.slice(5, 7))))
  const schedule = useQuery('schedule', readSchedule)
  const plan = schedule.status === 'ready' ? planOn(schedule.value, day) : undefined
  const read = [days, schedule].every(it => it.status !== 'loading') && (!!catalog || !!catalogProblem)
  const settled = read && status !== 'loading'
  // Its own event, or the reason why there is none, stands in the place of what was painted before it.
  useEffect(() => {
    if (days.status !== 'loading') endFirstPaint()
  }, [days.status])
  const unread = [
    ...(catalogProblem ? [{ message: catalogProblem, offline, reload: load }] : []),
    ...[days, schedule].flatMap(it => (it.status === 'failed' ? [it] : [])),
  ]
  const type = (
    <View
      className="title-action"
      id="type-size"
      onClick={() => setTypeOpen(true)}
      {...a11y({ role: 'button', label: '大字 A，调整字号' })}
    >
      <Text>大字 A</Text>
    </View>
  )
  return (
    <Screen title={catalog?.brand.name ?? 'e起学党史'} tab="home" right={type}>
      {/* Each part has its place from the start: a node put between others makes Taro send all of them again. */}
      <View>
        {quarantined.length > 0 && (
          <Notice tone="warning">有 {quarantined.length} 段旧记录读不出来，已原样存到一边，不影响继续学习。</Notice>
        )}
      </View>
      <Text className="home__date">{`${formatDay(day)} ${formatWeekday(day)}${DOT}党史上的今天`}</Text>
      {/* What waits stands where the next part will come, so that it is never pushed down by another. */}
      <View>
        {days.status === 'loading' && <Waiting>正在取今天的内容…</Waiting>}
        {days.status === 'ready' && <TodayEvent day={day} volume={days.value} />}
      </View>
      <View>{settled && <Unread parts={unread} />}</View>
      <View>{!settled && days.status !== 'loading' && <Waiting>正在取今天的内容…</Waiting>}</View>
      <View>{settled && catalog && <Continue catalog={catalog} />}</View>
      <View>{settled && catalog && plan && <TodayPlanRows catalog={catalog} plan={plan} />}</View>
      <View>{settled && catalog && <BranchTasks catalog={catalog} day={day} />}</View>
      {/* Not before what stands above it: nothing that is being read may jump down. */}
      <View>{settled && status === 'ready' && <WeekGoal day={day} />}</View>
      <View>{settled && plan && <WeekTheme plan={plan} />}</View>
      <TypeSheet open={typeOpen} onClose={() => setTypeOpen(false)} />
    </Screen>
  )
}
