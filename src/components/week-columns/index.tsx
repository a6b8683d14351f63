import { Text, View } from '@tarojs/components'
import { COLOURS } from '@/styles/tokens'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import { columnsSvg, type WeekColumn } from './svg'
import './index.scss'

interface Props {
  weeks: readonly WeekColumn[]
  goal: number
  /** What a screen reader says in place of the picture. */
  label: string
  /** Under the first and the last column. */
  first: string
  last: string
  theme: 'light' | 'dark'
}

/** Study days of some weeks side by side, with the goal as a line; its table stands beside it. */
export function WeekColumns({ weeks, goal, label, first, last, theme }: Props) {
  const { 'heat-4': met, 'heat-2': notMet, 'ink-3': line } = COLOURS[theme]
  return (
    <View className="week-columns">
      <View
        className="week-columns__picture"
        style={{ backgroundImage: svgUrl(columnsSvg(weeks, goal, { met, notMet, line })) }}
        {...a11y({ role: 'img', label })}
      />
      <View className="week-columns__ends">
        <Text>{first}</Text>
        <Text>{last}</Text>
      </View>
    </View>
  )
}
