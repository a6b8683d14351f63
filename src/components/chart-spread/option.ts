import type { ChartOption } from '../chart/render'
import { type ChartLook, coloursOf, fontOf } from '../chart/look'

/** Ten bars: how many lie at 0–9 %, 10–19 % … 90–100 %. The number stands on each bar, so that no axis is needed. */
export function spreadOption(tenths: readonly number[], look: ChartLook, marked?: number): ChartOption {
  const colours = coloursOf(look)
  const font = fontOf(look)
  const words = { fontSize: font, color: colours.words }
  // A number of three digits stays above its own bar.
  const counts = { ...words, fontSize: Math.min(font, Math.floor(look.width / 17)) }
  return {
    grid: { left: 4, right: 4, top: font * 1.8, bottom: font * 1.8 },
    xAxis: {
      type: 'category',
      data: tenths.map((_, i) => `${i * 10}`),
      axisLine: { lineStyle: { color: colours.axis } },
      axisTick: { show: false },
      axisLabel: { ...words, interval: look.scale * 300 > look.width ? 1 : 0 },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        type: 'bar',
        silent: true,
        clip: false,
        barCategoryGap: '18%',
        data: tenths.map((count, i) => ({
          value: count,
          itemStyle: { color: i === marked ? colours.main : colours.quiet },
          label: { show: count > 0, position: 'top', ...counts },
        })),
      },
    ],
  }
}
