import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import { columnsSvg, type WeekColumn } from './svg'
import './index.scss'

// Heat and line tokens of styles/tokens.scss, because a data URL cannot see CSS variables.
const COLOURS = {
  light: { met: '#a8261b', notMet: '#d99e90', line: '#6e6355' },
  dark: { met: '#f08a7d', notMet: '#7b3d33', line: '#aba08f' },
}

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
  return (
    <View className="week-columns">
      <View
        className="week-columns__picture"
        style={{ backgroundImage: svgUrl(columnsSvg(weeks, goal, COLOURS[theme])) }}
        {...a11y({ role: 'img', label })}
      />
      <View className="week-columns__ends">
        <Text>{first}</Text>
        <Text>{last}</Text>
      </View>
    </View>
  )
}
