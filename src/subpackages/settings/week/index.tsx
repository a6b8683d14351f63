import { View } from '@tarojs/components'
import { useState } from 'react'
import { weekBars } from '@domain/progress/charts'
import { summaryLines, weekSummary } from '@domain/progress/week-summary'
import { addDays } from '@domain/time/day'
import { formatWeek } from '@domain/time/format'
import { Choice } from '@/components/choice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { Screen } from '@/layout/screen'
import { kindWords, WeekStudy } from '@/layout/study/week-study'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { PassOn } from '../pass-on'

const WEEKS: { value: 'this' | 'last'; text: string }[] = [
  { value: 'this', text: '本周' },
  { value: 'last', text: '上周' },
]
/** Weeks below the two that can be chosen. */
const BEFORE = 8

/** A week in a few numbers, as text or as a picture for the member to pass on if they like, and the weeks before it. */
export default function Week() {
  const { catalog } = useCatalog()
  const days = useMember(state => state.progress.days)
  const [week, setWeek] = useState<'this' | 'last'>('this')
  const day = week === 'this' ? today() : addDays(today(), -7)
  const summary = weekSummary(days, day)
  // The same whichever is chosen: a tap is to send little.
  const before = weekBars(days, addDays(today(), -14), BEFORE).reverse()
  const secondsOf = (bar: (typeof before)[number]) => bar.read + bar.listen + bar.watch
  const most = Math.max(1, ...before.map(secondsOf))
  return (
    <Screen title="一周小结" records>
      <Choice id="week" label="哪一周" value={week} options={WEEKS} onChange={setWeek} />
      <View className="stats">
        <Stat value={summary.studyDays} name="天" red />
        <Stat value={summary.minutes} name="分钟" />
        <Stat value={summary.articles + summary.episodes} name="学完的篇集" />
        <Stat value={summary.percentRight === undefined ? '–' : `${summary.percentRight}%`} name="答对" />
      </View>
      <WeekStudy title="每天" day={day} days={days} />
      <PassOn
        id="week"
        card={{
          year: '',
          title: `我这一周的学习（${summary.week}）`,
          lines: summaryLines(summary),
          footer: catalog?.brand.name ?? '',
        }}
      />
      <Section title="再往前">
        {before.map(bar => (
          <Row key={bar.from} title={formatWeek(bar.from)} note={kindWords(bar)} share={secondsOf(bar) / most} />
        ))}
      </Section>
    </Screen>
  )
}
