import { Text, View } from '@tarojs/components'
import { formatDay, formatWeekday } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { FactTable } from '@/components/fact-card'

interface Props {
  days: { day: string; due: number }[]
  table: boolean
}

/** Reviews that fall due on each of the next fourteen days; the number stands on each bar. */
export function Forecast({ days, table }: Props) {
  const most = Math.max(5, ...days.map(it => it.due))
  const total = days.reduce((sum, it) => sum + it.due, 0)
  const name = (day: string, i: number) => (i === 0 ? '今天' : `${formatDay(day)} ${formatWeekday(day)}`)
  if (table) {
    return <FactTable facts={days.map((it, i) => ({ name: name(it.day, i), value: `${it.due} 题` }))} />
  }
  const spoken = days
    .filter(it => it.due > 0)
    .map(it => `${formatDay(it.day)} ${it.due} 题`)
    .join('，')
  return (
    <View>
      <View className="forecast" {...a11y({ role: 'img', label: spoken || '往后两周没有要温习的' })}>
        {days.map(({ day, due }) => (
          <View key={day} className="forecast__day">
            <Text className="forecast__number">{due || ''}</Text>
            <View className="forecast__track">
              <View className="forecast__bar" style={{ height: `${(due / most) * 100}%` }} />
            </View>
            <Text className="forecast__name">{Number(day.slice(8))}</Text>
          </View>
        ))}
      </View>
      <View className="knowledge__note">横排是日子，从今天起；一共 {total} 题次。</View>
    </View>
  )
}
