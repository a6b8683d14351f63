import { Text, View } from '@tarojs/components'
import type { MemberDay } from '@domain/contract/events'
import { dayBars } from '@domain/progress/charts'
import { Section } from '@/components/section'
import { WeekBars } from '@/components/week-bars'

/** This week day by day, in minutes by kind. */
export function Week({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const bars = dayBars(days, day).map((bar, i) => ({
    name: '一二三四五六日'[i]!,
    parts: [
      { kind: 'read' as const, minutes: bar.read / 60 },
      { kind: 'listen' as const, minutes: bar.listen / 60 },
      { kind: 'watch' as const, minutes: bar.watch / 60 },
    ],
  }))
  return (
    <Section title="本周" aside="分钟">
      <WeekBars bars={bars} />
      <View className="legend">
        <Text className="legend__one">读</Text>
        <Text className="legend__one legend__one--listen">听</Text>
        <Text className="legend__one legend__one--watch">看</Text>
      </View>
    </Section>
  )
}
