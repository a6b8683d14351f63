import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  /** Done and wanted, in the same unit. */
  value: number
  goal: number
  /** What a screen reader says in place of the picture. */
  label: string
}

const STEPS = 24

/** A quiet ring of ticks; drawn with rotated ticks because WeChat has no inline SVG. */
export function Ring({ value, goal, label }: Props) {
  const share = goal > 0 ? Math.min(1, value / goal) : 0
  const lit = Math.round(share * STEPS)
  return (
    <View className="ring" {...a11y({ role: 'img', label })}>
      {Array.from({ length: STEPS }, (_, i) => (
        <View
          key={i}
          className={i < lit ? 'ring__tick ring__tick--on' : 'ring__tick'}
          style={{ transform: `rotate(${(i * 360) / STEPS}deg)` }}
        />
      ))}
      <Text className="ring__value">
        {value}/{goal}
      </Text>
    </View>
  )
}
