import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, type GridComponentOption } from 'echarts/components'
import { init, setPlatformAPI, use as register, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

register([BarChart, LineChart, GridComponent, SVGRenderer])
// Widths of words from a table on both platforms: on WeChat the `document` is Taro's, and has no canvas.
setPlatformAPI({ createCanvas: () => undefined as never })

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>

export interface ChartSize {
  /** px, as the picture is shown. */
  width: number
  height: number
  /** px, of every word in it. */
  font: number
}

/** The chart as SVG text, drawn without a DOM. @see docs/decisions/0051-charts.md */
export function chartSvg(option: ChartOption, { width, height, font }: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, textStyle: { fontSize: font }, ...option })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return short(svg, font)
}

/**
 * A third of the text for the same picture: it travels through setData on WeChat. What goes is for pages that hold the SVG
 * as nodes (classes, hover rules, pointers), the font, which is said once, and clips, which nothing here reaches.
 */
function short(svg: string, font: number): string {
  return svg
    .replace(/<style >[^]*?<\/style>/, '')
    .replace(/<defs >[^]*?<\/defs>/, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(/ (?:class|clip-path|pointer-events|ecmeta_\w+|xmlns:xlink|version|baseProfile|style)="[^"]*"/g, '')
    .replace(/ y="0"| x="0"/g, '')
    .replace(/<svg /, `<svg font-family="sans-serif" font-size="${font}" `)
    .replace(/<(path|rect)( [^>]*)><\/\1>/g, '<$1$2/>')
    .replace(/\n/g, '')
    .replace(/"/g, "'")
}
