import { type RawBuilder, sql } from 'kysely'
import { STUDY_DAY_ANSWERS, STUDY_DAY_SECONDS } from '../../../domain/progress/study-day'
import { type Day, addDays, dayStart } from '../../../domain/time/day'
import { type Branches, type Members, among, membersOfWeeks, moversBetween, weekEnd, within } from './membership'

/** Monday of the week of a day. */
const monday = sql`(day - (extract(isodow from day)::int - 1))`

/**
 * What was done, one row a day and source. The study day is the domain's (isStudyDay): late acts add to sums and make none;
 * study with the branch makes one.
 */
function acts(tenant: string, whose: RawBuilder<unknown>, from: Day, to: Day): RawBuilder<unknown> {
  const where = sql`tenant_id = ${tenant} and ${whose} and day between ${from} and ${to}`
  const engaged = sql`(read_seconds + listen_seconds + watch_seconds)`
  const studied = sql`(not late and (${engaged} >= ${STUDY_DAY_SECONDS} or answers >= ${STUDY_DAY_ANSWERS}))`
  return sql`select branch_id, member_id, day, ${studied} as studied, ${engaged} as seconds, cardinality(items) as items,
      answers, correct_answers as correct, 0 as offline
    from member_day where ${where}
    union all
    select branch_id, member_id, day, true, minutes * 60, 0, 0, 0, 1 from offline_study where ${where}`
}

/**
 * One row a branch, member and week, of weeks that follow one another; with `members`, of these only:
 * - `counted`: the member was in the branch at the week's end, or is now while it runs. Only then do they stand in its list
 *   and in what is expected of it.
 * - `acted`: they did something that counts for this branch.
 * - `study_days`, `offline_days`, `seconds`, `items`, `answers`, `correct`: what counts for this branch, done while they
 *   were in it. One who moved on within the week has a row that is not counted: the branch's sums keep their study.
 * - `goal_days`: study days wherever they were: a goal is not missed by moving.
 * - `studied`: on any day of all these weeks, wherever they were.
 */
export function memberWeeks(
  tenant: string,
  branches: Branches,
  mondays: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const [first, last] = [mondays[0]!, mondays[mondays.length - 1]!]
  const [from, to] = [first, addDays(last, 6)]
  const movers = moversBetween(tenant, branches, new Date(dayStart(first)), weekEnd(last), members)
  const here = sql`${within(branches)} and ${among(members)}`
  // Materialized, or it would be looked for twice.
  return sql`with mover as materialized (${movers}),
    moved as (
      select member_id, ${monday} as week, count(distinct day) filter (where studied) as days
      from (${acts(tenant, sql`member_id = any(array(select member_id from mover))`, from, to)}) as acts
      group by member_id, week
    )
    select coalesce(r.branch_id, s.branch_id) as branch_id, coalesce(r.member_id, s.member_id) as member_id,
      coalesce(r.week, s.week) as week, r.member_id is not null as counted,
      s.member_id is not null as acted,
      coalesce(s.study_days, 0) as study_days, coalesce(s.offline_days, 0) as offline_days,
      coalesce(s.seconds, 0) as seconds, coalesce(s.items, 0) as items, coalesce(s.answers, 0) as answers,
      coalesce(s.correct, 0) as correct, coalesce(w.days, s.study_days, 0) as goal_days,
      coalesce(max(s.study_days) over (partition by coalesce(r.member_id, s.member_id)), 0) > 0
        or coalesce(r.member_id, s.member_id) in (select member_id from moved where days > 0) as studied
    from (${membersOfWeeks(tenant, branches, mondays, members)}) r
    full join (
      select branch_id, member_id, ${monday} as week, count(distinct day) filter (where studied) as study_days,
        count(distinct day) filter (where offline > 0) as offline_days, sum(seconds) as seconds, sum(items) as items,
        sum(answers) as answers, sum(correct) as correct
      from (${acts(tenant, here, from, to)}) as acts group by branch_id, member_id, week
    ) s on s.branch_id = r.branch_id and s.member_id = r.member_id and s.week = r.week
    left join moved w on w.member_id = coalesce(r.member_id, s.member_id) and w.week = coalesce(r.week, s.week)`
}

/** The goal in force in the week of a `memberWeeks` row `s` of the member `m`: a changed one never alters weeks gone by. */
export const goalOf = (tenant: string) => sql`case when m.goal_since is null or m.goal_since <= s.week then m.goal
  else (select g.goal from earlier_goal g where g.tenant_id = ${tenant} and g.member_id = m.member_id
    and g.last_week >= s.week order by g.last_week limit 1) end`

/** Whether the member met it. */
export const met = (tenant: string) => sql`(s.goal_days >= ${goalOf(tenant)})`
