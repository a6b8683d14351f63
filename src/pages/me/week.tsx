import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberDay } from '@domain/contract/events'
import { dayBars } from '@domain/progress/charts'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { Section } from '@/components/section'
import { WeekBars } from '@/components/week-bars'

const minutes = (seconds: number) => String(Math.round(seconds / 60))

/** This week day by day, in minutes by kind, as bars or as a table. */
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
        <DataTable
          head={['星期', '读（分）', '听（分）', '看（分）', '答（题）']}
          rows={week.map(({ name, read, listen, watch, answers }) => [
            name,
            minutes(read),
            minutes(listen),
            minutes(watch),
            String(answers),
          ])}
        />
      ) : (
        <>
          <WeekBars
            bars={week.map(({ name, read, listen, watch }) => ({
              name,
              parts: [
                { kind: 'read' as const, minutes: read / 60 },
                { kind: 'listen' as const, minutes: listen / 60 },
                { kind: 'watch' as const, minutes: watch / 60 },
              ],
            }))}
          />
          <View className="legend">
            <Text className="legend__one">读</Text>
            <Text className="legend__one legend__one--listen">听</Text>
            <Text className="legend__one legend__one--watch">看</Text>
            <Text>（分钟）</Text>
          </View>
        </>
      )}
    </Section>
  )
}
