import { Text, View } from '@tarojs/components'
import { planOn } from '@domain/feed/plan'
import { formatDay, formatWeekday } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Screen } from '@/frame/screen'
import { Section } from '@/components/section'
import { TypeSheet } from '@/frame/type-sheet'
import { readDays, readSchedule } from '@/services/feed/feed'
import { today } from '@/services/stamper'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useResource } from '@/stores/resource'
import { useState } from 'react'
import { Continue } from './continue'
import { TodayEvent } from './today-event'
import { TodayPlanRows } from './today-plan'
import { WeekGoal } from './week-goal'
import './index.scss'

export default function Home() {
  const day = today()
  const [typeOpen, setTypeOpen] = useState(false)
  const { catalog, problem: catalogProblem, load } = useCatalog()
  const { problem, aside, dismissProblem } = useMember()
  const days = useResource(`days-${day.slice(5, 7)}`, () => readDays(Number(day.slice(5, 7))))
  const schedule = useResource('schedule', readSchedule)
  const plan = schedule.status === 'ready' ? planOn(schedule.value, day) : undefined
  const settled = days.status !== 'loading' && schedule.status !== 'loading' && (!!catalog || !!catalogProblem)
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
      {problem && (
        <Notice tone="warning" action={{ text: '知道了', onPress: dismissProblem }}>
          {problem}
        </Notice>
      )}
      {aside.length > 0 && (
        <Notice tone="warning">有 {aside.length} 段旧记录读不出来，已原样存到一边，不影响继续学习。</Notice>
      )}
      <Text className="home__date">
        {formatDay(day)} {formatWeekday(day)} · 党史上的今天
      </Text>
      {/* Each part has its place from the start: a node put between others makes Taro send all of them again. */}
      <View>
        {days.status === 'failed' && <Failed {...days} />}
        {days.status === 'ready' && <TodayEvent day={day} volume={days.value} />}
      </View>
      <View>
        {catalogProblem && <Failed message={catalogProblem} retry={() => void load()} />}
        {settled && catalog && <Continue catalog={catalog} />}
      </View>
      <View>
        {schedule.status === 'failed' && <Failed {...schedule} />}
        {settled && catalog && plan && <TodayPlanRows catalog={catalog} plan={plan} />}
      </View>
      {/* Not before what stands above it: nothing that is being read may jump down. */}
      <View>{settled && <WeekGoal day={day} />}</View>
      {settled && plan && (
        <Section title="本周主题">
          <View className="home__theme">{plan.theme}</View>
          <View className="home__note">{plan.note}</View>
        </Section>
      )}
      <TypeSheet open={typeOpen} onClose={() => setTypeOpen(false)} />
    </Screen>
  )
}
