export interface WeekColumn {
  /** Study days of the week, 0–7. */
  value: number
  /** Whether the week's goal was met. */
  met: boolean
}

const DAYS = 7
/** Width of a bar, where a column is 1 wide. */
const BAR = 0.7
/** What a week without study shows, so that it is seen to be there. */
const STUB = 0.08

/**
 * Weeks side by side as one SVG, a unit high for each study day, with a dashed line at the goal. One picture instead of
 * a node for each bar: WeChat sends every node through setData.
 */
export function columnsSvg(
  weeks: readonly WeekColumn[],
  goal: number,
  colours: { met: string; notMet: string; line: string },
): string {
  const bars = (met: boolean) =>
    weeks
      .map((week, i) => {
        const height = Math.max(STUB, Math.min(DAYS, week.value))
        return week.met === met ? `M${i + (1 - BAR) / 2} ${DAYS}v-${height}h${BAR}v${height}z` : ''
      })
      .join('')
  const path = (d: string, colour: string) => d && `<path fill='${colour}' d='${d}'/>`
  const line = `<path stroke='${colours.line}' stroke-width='.06' stroke-dasharray='.2 .14' d='M0 ${DAYS - goal}h${weeks.length}'/>`
  const head = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${Math.max(1, weeks.length)} ${DAYS}' preserveAspectRatio='none'>`
  return `${head}${path(bars(true), colours.met)}${path(bars(false), colours.notMet)}${line}</svg>`
}
