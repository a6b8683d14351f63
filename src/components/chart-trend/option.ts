import type { ChartOption } from '../chart/render'
import { type ChartLook, coloursOf, fontOf } from '../chart/look'

export interface TrendPoint {
  /** Short, for the axis: 11/16. */
  name: string
  /** Per cent; undefined where nothing is known. */
  value: number | undefined
}

/** A line of shares from 0 to 100 %. The first and the last say their number, so that the picture can be read alone. */
export function trendOption(points: TrendPoint[], look: ChartLook): ChartOption {
  const colours = coloursOf(look)
  const font = fontOf(look)
  const known = points.map((point, i) => (point.value === undefined ? -1 : i)).filter(i => i >= 0)
  const every = namesEvery(points, look)
  const [first, last] = [known[0] ?? 0, known[known.length - 1] ?? 0]
  // Two numbers side by side have no room where two names have none.
  const spoken = new Set(known.length > 0 ? (last - first >= every ? [first, last] : [last]) : [])
  return {
    grid: { left: font * 3, right: font * 1.6, top: font * 1.8, bottom: font * 2 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map((point, i) => ((points.length - 1 - i) % every === 0 ? point.name : '')),
      axisLine: { lineStyle: { color: colours.axis } },
      axisTick: { show: false },
      axisLabel: { fontSize: font, color: colours.words, interval: 0, margin: font * 0.6 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 50,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { fontSize: font, color: colours.words, formatter: '{value}%' },
    },
    series: [
      {
        type: 'line',
        silent: true,
        clip: false,
        symbolSize: 7,
        lineStyle: { color: colours.main, width: 2.5 },
        data: points.map((point, i) => ({
          value: point.value ?? '-',
          symbol: spoken.has(i) ? 'circle' : 'none',
          itemStyle: {
            color: colours.main,
            borderColor: colours.main,
            borderWidth: 2,
          },
          label: {
            show: spoken.has(i),
            // Away from the line that leads here.
            position: labelSide(points[i - 1]?.value ?? 0, point.value ?? 0),
            formatter: '{c}%',
            fontSize: font,
            color: colours.words,
            textBorderColor: colours.paper,
            textBorderWidth: 3,
          },
        })),
      },
    ],
  }
}

/** Under a point that the line falls to, unless the names of the axis stand there. */
function labelSide(before: number, value: number): 'top' | 'bottom' | 'left' {
  if (before <= value) return 'top'
  return value < 25 ? 'left' : 'bottom'
}

/** Every how many names fit side by side, counted from the last. */
function namesEvery(points: TrendPoint[], { width, scale }: ChartLook): number {
  const widest = Math.max(...points.map(point => point.name.length)) * 14 * scale * 0.62
  return Math.max(1, Math.ceil((widest * 1.5 * points.length) / (width - 60 * scale)))
}
