import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import type { ChartOption, ChartSize } from './render'
import './index.scss'

interface Props {
  option: ChartOption
  size: ChartSize
  /** Everything the picture shows, in words. Its table stands beside it. */
  label: string
}

/** A file of its own on the web, which nobody but these pages loads; on WeChat a part of the sub-package. */
const loadRender = () => import(/* webpackChunkName: "charts" */ './render')

/** A chart as one picture in one node, on both platforms. Its place is as high before it is drawn. */
export function Chart({ option, size, label }: Props) {
  const { width, height, font } = size
  const [backgroundImage, setImage] = useState('none')
  const [failed, setFailed] = useState(false)
  // Drawing takes tens of milliseconds on a phone; the same numbers are not drawn twice.
  const key = JSON.stringify(option)
  useEffect(() => {
    let gone = false
    loadRender().then(
      ({ chartSvg }) => {
        if (!gone) setImage(svgUrl(chartSvg(JSON.parse(key) as ChartOption, { width, height, font })))
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [key, width, height, font])
  if (failed) return <View className="chart-failed">图没有取来。数字在表格里，点“看表格”就有。</View>
  return (
    <View
      className="chart"
      style={{ backgroundImage, paddingTop: `${(height / width) * 100}%` }}
      {...a11y({ role: 'img', label })}
    />
  )
}
