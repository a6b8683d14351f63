import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { summaryLines, weekSummary } from '@domain/progress/week-summary'
import { addDays } from '@domain/time/day'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { today } from '@/services/stamper'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { PassOn } from '../pass-on'

const WEEKS: { value: 'this' | 'last'; text: string }[] = [
  { value: 'this', text: '本周' },
  { value: 'last', text: '上周' },
]

/** A week in a few lines, as text or as a picture, for the member to pass on if they like. */
export default function Week() {
  const { catalog } = useCatalog()
  const days = useMember(state => state.progress.days)
  const [week, setWeek] = useState<'this' | 'last'>('this')
  const summary = weekSummary(days, week === 'this' ? today() : addDays(today(), -7))
  const lines = summaryLines(summary)
  const title = `我这一周的学习（${summary.week}）`
  return (
    <Screen title="一周小结" records>
      <Choice id="week" label="哪一周" value={week} options={WEEKS} onChange={setWeek} />
      <Section title={summary.week}>
        {lines.map(line => (
          <View key={line}>
            <Text>{line}</Text>
          </View>
        ))}
      </Section>
      <PassOn id="week" card={{ year: '', title, lines, footer: catalog?.brand.name ?? '' }} />
    </Screen>
  )
}
