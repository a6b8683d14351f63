import type { HeatLevel } from '@domain/progress/charts'
import { svgAddress } from '@domain/text/svg-address'

export interface HeatDay {
  day: string
  level: HeatLevel
  /** Drawn empty. */
  future: boolean
}

/** Side of a cell, where a column is 1 wide. */
const CELL = 0.85
const GAP = 0.15

/**
 * The days, Monday first, as an SVG of week columns. One picture instead of 182 nodes: WeChat sends every node through setData.
 * Days of one level that follow each other in a column are one dashed stroke, which is a third of the text of boxes.
 * @param colours for the levels 0–4, `#rrggbb`
 */
export function heatSvg(days: HeatDay[], colours: readonly string[]): { svg: string; width: number; height: number } {
  const columns = Math.ceil(days.length / 7)
  const paths = colours.map((colour, level) => {
    const strokes = Array.from({ length: columns }, (_, x) =>
      columnStrokes(days.slice(x * 7, x * 7 + 7), level, x),
    ).join('')
    return strokes && `<path stroke='${colour}' d='${strokes}'/>`
  })
  const width = columns - GAP
  const height = 7 - GAP
  const head = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='-${CELL / 2} 0 ${width} ${height}' stroke-width='${CELL}' stroke-dasharray='${CELL} ${GAP}'>`
  return { svg: `${head}${paths.join('')}</svg>`, width, height }
}

/** The dashes begin anew with every stroke, so that each starts on a cell. */
function columnStrokes(week: HeatDay[], level: number, x: number): string {
  let strokes = ''
  let run = 0
  for (let y = 0; y <= week.length; y++) {
    const day = week[y]
    if (day && !day.future && day.level === level) run += 1
    else {
      if (run > 0) strokes += `M${x} ${y - run}v${run}`
      run = 0
    }
  }
  return strokes
}

/** For `background-image`. */
export const svgUrl = (svg: string): string => `url("${svgAddress(svg)}")`
