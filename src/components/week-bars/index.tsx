import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import './index.scss'

export interface Bar {
  name: string
  /** Stacked from the bottom: minutes of study, or questions answered. */
  parts: { kind: 'read' | 'listen' | 'watch' | 'answer'; amount: number }[]
}

interface Props {
  bars: Bar[]
  /** The same in words. */
  label: string
  /** Half as high: beside another row of bars. */
  low?: boolean
}

/** Seven days side by side; the numbers stand on the bars, so colour is not the only word. */
export function WeekBars({ bars, label, low }: Props) {
  const totals = bars.map(bar => Math.round(bar.parts.reduce((sum, part) => sum + part.amount, 0)))
  const most = Math.max(10, ...totals)
  return (
    <View className={classNames('week-bars', low && 'week-bars--low')} {...a11y({ role: 'img', label })}>
      {bars.map((bar, i) => (
        <View key={bar.name} className="week-bars__day">
          <Text className="week-bars__number">{totals[i] || ''}</Text>
          <View className="week-bars__track">
            {bar.parts.map(
              part =>
                part.amount > 0 && (
                  <View
                    key={part.kind}
                    className={`week-bars__part week-bars__part--${part.kind}`}
                    style={{ height: `${(part.amount / most) * 100}%` }}
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
