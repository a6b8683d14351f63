import { metShare, type OrgRow } from '../contract/branch-report'
import { addDays, type Day } from '../time/day'

/** A quarter of a year. */
export const WEEKS_OF_TREND = 13

export type WeekOfOrg = OrgRow & {
  /** Monday. */
  start: Day
}
export interface TrendWeek {
  start: Day
  /** Per cent; undefined where nothing has been added up. */
  share: number | undefined
  row?: WeekOfOrg
}

/** The last weeks up to `monday`, oldest first, every one of them, also where the service knows nothing. */
export function trendWeeks(rows: readonly WeekOfOrg[], monday: Day): TrendWeek[] {
  return Array.from({ length: WEEKS_OF_TREND }, (_, i) => {
    const start = addDays(monday, 7 * (i + 1 - WEEKS_OF_TREND))
    const row = rows.find(it => it.start === start)
    return { start, share: row && metShare(row), ...(row && { row }) }
  })
}
