import { View } from '@tarojs/components'
import { COLOURS } from '@/styles/tokens'
import { a11y } from '../a11y'
import { heatSvg, svgUrl, type HeatDay } from './svg'
import './index.scss'

const HEAT = ['sunk', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const

/** The last weeks, a column each; the deeper the colour, the longer was studied. Its table stands beside it. */
export function HeatMap({ days, label, theme }: { days: HeatDay[]; label: string; theme: 'light' | 'dark' }) {
  const { svg, width, height } = heatSvg(
    days,
    HEAT.map(name => COLOURS[theme][name]),
  )
  return (
    <View
      className="heat-map"
      style={{ backgroundImage: svgUrl(svg), paddingTop: `${(height / width) * 100}%` }}
      {...a11y({ role: 'img', label })}
    />
  )
}
