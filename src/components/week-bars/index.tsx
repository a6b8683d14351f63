import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

export interface Bar {
  name: string
  /** Stacked from the bottom, minutes each. */
  parts: { kind: 'read' | 'listen' | 'watch'; minutes: number }[]
}

/** Seven days side by side, in minutes; the numbers stand on the bars, so colour is not the only word. */
export function WeekBars({ bars }: { bars: Bar[] }) {
  const totals = bars.map(bar => Math.round(bar.parts.reduce((sum, part) => sum + part.minutes, 0)))
  const most = Math.max(10, ...totals)
  return (
    <View
      className="week-bars"
      {...a11y({ role: 'img', label: bars.map((bar, i) => `${bar.name} ${totals[i]} 分钟`).join('，') })}
    >
      {bars.map((bar, i) => (
        <View key={bar.name} className="week-bars__day">
          <Text className="week-bars__number">{totals[i] || ''}</Text>
          <View className="week-bars__track">
            {bar.parts.map(
              part =>
                part.minutes > 0 && (
                  <View
                    key={part.kind}
                    className={`week-bars__part week-bars__part--${part.kind}`}
                    style={{ height: `${(part.minutes / most) * 100}%` }}
                  />
                ),
            )}
          </View>
          <Text className="week-bars__name">{bar.name}</Text>
        </View>
      ))}
    </View>
  )
}
