import { View } from '@tarojs/components'
import type { TodayPlan } from '@domain/catalog/plan'
import { Section } from '@/components/section'

/** What this week's articles have in common, in a line and a sentence. */
export function WeekTheme({ plan }: { plan: TodayPlan }) {
  return (
    <Section title="本周主题">
      <View className="home__theme">{plan.theme}</View>
      <View className="home__note">{plan.note}</View>
    </Section>
  )
}
