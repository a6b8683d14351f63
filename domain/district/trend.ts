import type { WeekOfOrg } from '../contract/orgs'
import { WEEKS_BACK } from '../contract/limits'
import { addDays, type Day } from '../time/day'

export interface TrendWeek {
  start: Day
  /** 参学 of 应参, per cent; undefined where nothing is told. */
  share: number | undefined
  row?: WeekOfOrg
}

/** The last weeks up to `monday`, oldest first, every one of them, also where the service knows nothing. */
export function trendWeeks(rows: readonly WeekOfOrg[], monday: Day): TrendWeek[] {
  return Array.from({ length: WEEKS_BACK }, (_, i) => {
    const start = addDays(monday, 7 * (i + 1 - WEEKS_BACK))
    const row = rows.find(it => it.start === start)
    return {
      start,
      share: row && row.members > 0 ? Math.round((100 * row.studied) / row.members) : undefined,
      ...(row && { row }),
    }
  })
}
