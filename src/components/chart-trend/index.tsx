import { Chart } from '../chart'
import { type ChartLook, fontOf } from '../chart/look'
import { trendOption, type TrendPoint } from './option'

interface Props {
  points: TrendPoint[]
  look: ChartLook
  /** What the shares are of: the beginning of what a screen reader says. */
  title: string
}

/** Shares over time as a line. */
export function TrendChart({ points, look, title }: Props) {
  const font = fontOf(look)
  const words = points.map(({ name, value }) => `${name} ${value === undefined ? '没有数字' : `${value}%`}`)
  return (
    <Chart
      option={trendOption(points, look)}
      size={{ width: look.width, height: 130 + font * 5, font }}
      label={`${title}：${words.join('，')}`}
    />
  )
}
