import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberDay } from '@domain/contract/events'
import { dayBars, type KindBar } from '@domain/progress/charts'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { WeekBars } from '@/components/week-bars'

/** A day's minutes in words; what did not happen is left out. */
function minuteWords({ read, listen, watch }: KindBar): string {
  const minutes = (verb: string, seconds: number) => seconds >= 30 && `${verb} ${Math.round(seconds / 60)} 分钟`
  return [minutes('读', read), minutes('听', listen), minutes('看', watch)].filter(Boolean).join('，')
}

/** The whole day in words. */
function words(bar: KindBar): string {
  return [minuteWords(bar), bar.answers > 0 && `答 ${bar.answers} 题`].filter(Boolean).join('，') || '没有学'
}

/** This week day by day and by kind, as bars of minutes and of questions or as a table. */
export function Week({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const [table, setTable] = useState(false)
  const week = dayBars(days, day).map((bar, i) => ({ ...bar, name: '一二三四五六日'[i]! }))
  const toggle = (
    <Button id="week-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title="本周" aside={toggle}>
      {table ? (
        week.map(bar => <Row key={bar.name} title={`星期${bar.name}`} meta={words(bar)} />)
      ) : (
        <>
          <WeekBars
            label={week.map(bar => `星期${bar.name} ${minuteWords(bar) || '0 分钟'}`).join('；')}
            bars={week.map(({ name, read, listen, watch }) => ({
              name,
              parts: [
                { kind: 'read' as const, amount: read / 60 },
                { kind: 'listen' as const, amount: listen / 60 },
                { kind: 'watch' as const, amount: watch / 60 },
              ],
            }))}
          />
          <View className="legend">
            <Text className="legend__one">读</Text>
            <Text className="legend__one legend__one--listen">听</Text>
            <Text className="legend__one legend__one--watch">看</Text>
            <Text>（分钟）</Text>
          </View>
          <WeekBars
            low
            label={week.map(({ name, answers }) => `星期${name} 答 ${answers} 题`).join('；')}
            bars={week.map(({ name, answers }) => ({ name, parts: [{ kind: 'answer' as const, amount: answers }] }))}
          />
          <View className="legend">
            <Text className="legend__one legend__one--answer">答</Text>
            <Text>（题）</Text>
          </View>
        </>
      )}
    </Section>
  )
}
