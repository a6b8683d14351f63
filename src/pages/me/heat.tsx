import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberDay } from '@domain/contract/events'
import { heatLevel } from '@domain/progress/charts'
import { engagedSeconds } from '@domain/progress/study-day'
import { addDays, weekStart } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { HeatMap } from '@/components/heat-map'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useAppearance } from '@/stores/appearance'

const WEEKS = 26

/** Half a year of days as a picture, and the same as a table. */
export function Heat({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const [table, setTable] = useState(false)
  const { theme } = useAppearance()
  const first = addDays(weekStart(day), -7 * (WEEKS - 1))
  const cells = Array.from({ length: WEEKS * 7 }, (_, i) => {
    const on = addDays(first, i)
    return { day: on, level: heatLevel(days[on]), future: on > day }
  })
  const studied = cells.filter(cell => cell.level > 0)
  const toggle = (
    <Button id="heat-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title="半年" aside={toggle}>
      {!table && <HeatMap days={cells} theme={theme} label={`近半年学了 ${studied.length} 天`} />}
      {!table && (
        <View className="me__note">
          {studied.length > 0 ? `颜色越深，当天学得越久。近半年学了 ${studied.length} 天` : '学过的日子会在这里亮起来'}
        </View>
      )}
      {table && studied.length === 0 && <View className="me__note">近半年还没有学习记录</View>}
      {table &&
        [...studied].reverse().map(cell => {
          const known = days[cell.day]!
          return (
            <Row
              key={cell.day}
              title={formatDay(cell.day)}
              meta={`${Math.round(engagedSeconds(known) / 60)} 分钟，答 ${known.answers} 题`}
            />
          )
        })}
    </Section>
  )
}
