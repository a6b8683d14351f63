import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { heatSvg, svgUrl, type HeatDay } from './svg'
import './index.scss'

// The heat tokens of styles/tokens.scss, because a data URL cannot see CSS variables.
const COLOURS = {
  light: ['#f2ebdf', '#ecd3c9', '#d99e90', '#c26354', '#a8261b'],
  dark: ['#2a251e', '#46271f', '#7b3d33', '#b4645a', '#f08a7d'],
}

/** The last weeks, a column each; the deeper the colour, the longer was studied. Its table stands beside it. */
export function HeatMap({ days, label, theme }: { days: HeatDay[]; label: string; theme: 'light' | 'dark' }) {
  const { svg, width, height } = heatSvg(days, COLOURS[theme])
  return (
    <View
      className="heat-map"
      style={{ backgroundImage: svgUrl(svg), paddingTop: `${(height / width) * 100}%` }}
      {...a11y({ role: 'img', label })}
    />
  )
}
