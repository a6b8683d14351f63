import { Text, View } from '@tarojs/components'
import { planOn } from '@domain/catalog/plan'
import { todayOf } from '@domain/progress/today'
import { addDays, weekDays } from '@domain/time/day'
import { formatDay, formatWeekday } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Thread } from '@/components/thread'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { TypeSheet } from '@/layout/type-sheet'
import { readDays } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { endFirstPaint } from '@/platform/page/first-paint'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'
import { useWeek } from '@/hooks/week'
import { useEffect, useState } from 'react'
import { BadgeEarned } from './badge-earned'
import { BranchMeetings } from './branch-meetings'
import { BranchTasks } from './branch-tasks'
import { ContestRow } from './contest-row'
import { Continue } from './continue'
import { CourseNext } from './course-next'
import { DayClose } from './day-close'
import { ListenToday } from './listen-today'
import { OfflineReady } from './offline-ready'
import { ReminderOffer } from './reminder-offer'
import { entryOf, TodayEvent } from './today-event'
import { TodayPlanRows } from './today-plan'
import { Unread } from './unread'
import { WeekGoal } from './week-goal'
import { WeekTheme } from './week-theme'
import './index.scss'

export default function Home() {
  const { day } = useDay()
  const [typeOpen, setTypeOpen] = useState(false)
  const { catalog, problem: catalogProblem, offline, load } = useCatalog()
  const { status, quarantined, progress, notebook } = useMember()
  const days = useQuery(`days-${day.slice(5, 7)}`, () => readDays(Number(day.slice(5, 7))))
  const schedule = useWeek(day)
  const entry = days.status === 'ready' ? entryOf(day, days.value) : undefined
  const planFor = (on: string) => (schedule.status === 'ready' ? planOn(schedule.value, on) : undefined)
  const plan = planFor(day)
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
  // What nothing on this phone can say is read instead.
  const possible = (id: string) => !!(findEpisode(catalog, id) ?? findArticle(catalog, id))
  const today = settled && catalog ? todayOf(day, plan, progress, notebook, possible) : undefined
  const itemsOf = (on: string) => {
    const its = planFor(on)
    return its ? [...its.articles, ...(its.episode ? [its.episode] : [])] : []
  }
  const actions = (
    <>
      <View
        className="title-action"
        id="home-search"
        onClick={() => open(routes.search())}
        {...a11y({ role: 'link', label: '搜索' })}
      >
        <Icon name="search" />
      </View>
      <View
        className="title-action"
        id="type-size"
        onClick={() => setTypeOpen(true)}
        {...a11y({ role: 'button', label: '大字 A，调整字号' })}
      >
        <Text>大字 A</Text>
      </View>
    </>
  )
  return (
    <Screen title={catalog?.brand.name ?? 'e起学党史'} tab="home" right={actions} desktop="columns">
      {/* Each part has its place from the start: a node put between others makes Taro send all of them again. */}
      <View>
        {quarantined.length > 0 && (
          <Notice tone="warning">有 {quarantined.length} 段旧记录读不出来，已原样存到一边，不影响继续学习。</Notice>
        )}
      </View>
      <Text className="home__date">
        {`${formatDay(day)} ${formatWeekday(day)}${DOT}${today?.done && plan ? '今天都学完了' : '党史上的今天'}`}
      </Text>
      <View className="home">
        <Thread goesOn>
          <View className="home__day">
            {/* What waits stands where the next part will come, so that it is never pushed down by another. */}
            <View className="home__event">
              {days.status === 'loading' && <Waiting>正在取今天的内容…</Waiting>}
              {days.status === 'ready' && <TodayEvent day={day} entry={entry} />}
            </View>
            <View>{settled && <Unread parts={unread} />}</View>
            <View>{!settled && days.status !== 'loading' && <Waiting>正在取今天的内容…</Waiting>}</View>
            <View className="home__continue">{today && catalog && <Continue catalog={catalog} today={today} />}</View>
            <View className="home__main">
              {today && catalog && plan && <ListenToday catalog={catalog} today={today} />}
            </View>
            <View>
              {today && catalog && plan && <TodayPlanRows catalog={catalog} plan={itemsOf(day)} today={today} />}
            </View>
            <View>{settled && catalog && status === 'ready' && <CourseNext catalog={catalog} />}</View>
          </View>
          {/* Not before what stands above it: nothing that is being read may jump down. */}
          <View className="home__side">
            <View>{settled && <ContestRow />}</View>
            <View>{settled && <BranchMeetings day={day} />}</View>
            <View>{settled && catalog && <BranchTasks catalog={catalog} day={day} />}</View>
            <View>{settled && status === 'ready' && <WeekGoal day={day} />}</View>
            <View>
              {settled && catalog && plan && (
                <WeekTheme catalog={catalog} plan={plan} week={weekDays(day).flatMap(itemsOf)} />
              )}
            </View>
          </View>
        </Thread>
        <View className="home__close">
          <View>
            {today && catalog && plan && status === 'ready' && (
              <DayClose catalog={catalog} today={today} year={entry?.year} tomorrow={itemsOf(addDays(day, 1))} />
            )}
          </View>
          <View>{today && catalog && status === 'ready' && <BadgeEarned catalog={catalog} day={day} />}</View>
          <View>{today?.done && plan && status === 'ready' && <ReminderOffer />}</View>
          <OfflineReady />
        </View>
      </View>
      <TypeSheet open={typeOpen} onClose={() => setTypeOpen(false)} />
    </Screen>
  )
}
