import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import { chartSvg, type ChartOption, type ChartSize } from './render'
import './index.scss'

interface Props {
  option: ChartOption
  size: ChartSize
  /** Everything the picture shows, in words. Its table stands beside it. */
  label: string
}

/** A chart as one picture in one node, on both platforms. */
export function Chart({ option, size, label }: Props) {
  const { width, height, font } = size
  // Drawing takes tens of milliseconds on a phone; the same numbers are not drawn twice.
  const key = JSON.stringify(option)
  const backgroundImage = useMemo(
    () => svgUrl(chartSvg(JSON.parse(key) as ChartOption, { width, height, font })),
    [key, width, height, font],
  )
  return (
    <View
      className="chart"
      style={{ backgroundImage, paddingTop: `${(height / width) * 100}%` }}
      {...a11y({ role: 'img', label })}
    />
  )
}
