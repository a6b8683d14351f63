import { type RawBuilder, sql } from 'kysely'
import { STUDY_DAY_ANSWERS, STUDY_DAY_SECONDS } from '../../../domain/progress/study-day'
import type { Day } from '../../../domain/time/day'

/** Which branches: a list, or all of the tenant. */
export type Branches = readonly string[] | 'all'

const within = (branches: Branches) => (branches === 'all' ? sql`true` : sql`branch_id = any(${[...branches]}::text[])`)

/** Monday of the week of a day. */
const monday = sql`(day - (extract(isodow from day)::int - 1))`

/**
 * One row a member, branch and week between two days: study days, seconds, items, answers. The study day is the domain's
 * (isStudyDay): late acts add to sums and make none; study with the branch makes one.
 */
export function memberWeeks(tenant: string, branches: Branches, from: Day, to: Day): RawBuilder<unknown> {
  const where = sql`tenant_id = ${tenant} and ${within(branches)} and day between ${from} and ${to}`
  const engaged = sql`(read_seconds + listen_seconds + watch_seconds)`
  const studied = sql`(not late and (${engaged} >= ${STUDY_DAY_SECONDS} or answers >= ${STUDY_DAY_ANSWERS}))`
  return sql`select branch_id, member_id, ${monday} as week,
      count(distinct day) filter (where studied) as study_days,
      count(distinct day) filter (where offline > 0) as offline_days,
      sum(seconds) as seconds, sum(items) as items, sum(answers) as answers, sum(correct) as correct
    from (
      select branch_id, member_id, day, ${studied} as studied, ${engaged} as seconds, cardinality(items) as items,
        answers, correct_answers as correct, 0 as offline
      from member_day where ${where}
      union all
      select branch_id, member_id, day, true, minutes * 60, 0, 0, 0, 1 from offline_study where ${where}
    ) as acts
    group by branch_id, member_id, week`
}
