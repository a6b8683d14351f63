import { Chart } from '../chart'
import { type ChartLook, fontOf } from '../chart/look'
import { spreadOption } from './option'

interface Props {
  tenths: readonly number[]
  look: ChartLook
  /** The tenth that the page is about; it is named in words beside the picture too. */
  marked?: number
  title: string
}

/** How many organisations lie in each tenth. */
export function SpreadChart({ tenths, look, marked, title }: Props) {
  const font = fontOf(look)
  const words = tenths.map((count, i) => `${tenthName(i)} ${count} 个`)
  return (
    <Chart
      option={spreadOption(tenths, look, marked)}
      size={{ width: look.width, height: 100 + font * 4, font }}
      label={`${title}：${words.join('，')}`}
    />
  )
}

/** `30%–39%`. */
export function tenthName(tenth: number): string {
  return tenth === 9 ? '90%–100%' : `${tenth * 10}%–${tenth * 10 + 9}%`
}
