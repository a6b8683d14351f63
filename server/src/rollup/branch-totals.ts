import { type RawBuilder, sql } from 'kysely'
import { monthWeeks } from '../../../domain/branch/month'
import type { Day } from '../../../domain/time/day'
import { monthOfWeek } from '../../../domain/time/month'
import type { Database } from '../database/pool'
import type { Period } from '../database/tables'
import { memberWeeks, met } from './member-weeks'
import { type Branches, type Members, within } from './membership'

/** The weeks of a month (`YYYY-MM`) that have begun by `today`. */
export const begunWeeks = (month: string, today: Day) => monthWeeks(month).filter(monday => monday <= today)

/** What a week or month of a branch adds up to: columns of `branch_period` and of the queries here. */
const SUMMED = [
  'members',
  'expected',
  'met',
  'studied',
  'study_days',
  'seconds',
  'items',
  'answers',
  'correct',
] as const
const names = (columns: readonly string[]) => sql.join(columns.map(it => sql.ref(it)))

const branchesOf = (tenant: string, branches: Branches) =>
  sql`select org_id as branch_id from org where tenant_id = ${tenant} and type = 'branch' and ${within(branches, 'org_id')}`

// What does not fit its column would stop the sums of everybody: no honest branch comes near.
const sums = sql`coalesce(sum(s.study_days), 0) as study_days, least(coalesce(sum(s.seconds), 0), 2147483647) as seconds,
  coalesce(sum(s.items), 0) as items, coalesce(sum(s.answers), 0) as answers, coalesce(sum(s.correct), 0) as correct`

/**
 * One row a branch and week, of weeks that follow one another: what the days of its members, or of some of them, add up to.
 * They are those of the week's end (`memberWeeks`).
 */
function countWeeks(
  tenant: string,
  branches: Branches,
  weeks: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  return sql`select b.branch_id, p.start, count(*) filter (where s.counted) as listed,
      count(*) filter (where s.counted) as members, count(*) filter (where s.counted) as expected,
      count(*) filter (where s.counted and ${met(tenant)}) as met,
      count(*) filter (where s.counted and s.goal_days > 0) as studied, ${sums}
    from (${branchesOf(tenant, branches)}) b cross join unnest(${[...weeks]}::date[]) as p (start)
    left join (${memberWeeks(tenant, branches, weeks, members)}) s on s.branch_id = b.branch_id and s.week = p.start
    left join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by b.branch_id, p.start`
}

/**
 * One row a branch of a month (`YYYY-MM`) of these weeks. Its members, and who of them studied, are those of the last week;
 * what is expected is one for every member and week.
 */
function countMonth(
  tenant: string,
  branches: Branches,
  month: string,
  weeks: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const atEnd = sql`s.counted and s.week = ${weeks[weeks.length - 1]!}::date`
  return sql`select b.branch_id, ${`${month}-01`}::date as start, count(distinct s.member_id) as listed,
      count(*) filter (where ${atEnd}) as members, count(*) filter (where s.counted) as expected,
      count(*) filter (where s.counted and ${met(tenant)}) as met, count(*) filter (where ${atEnd} and s.studied) as studied, ${sums}
    from (${branchesOf(tenant, branches)}) b
    left join (${memberWeeks(tenant, branches, weeks, members)}) s on s.branch_id = b.branch_id
    left join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by b.branch_id`
}

/** The counted rows together with what members who have since deleted themselves left; `erased` of those listed. */
function withErased(tenant: string, period: Period, counted: RawBuilder<unknown>): RawBuilder<unknown> {
  const both = SUMMED.map(it => {
    const sum = sql`c.${sql.ref(it)} + coalesce(e.${sql.ref(it)}, 0)`
    return sql`${it === 'seconds' ? sql`least(${sum}, 2147483647)` : sum} as ${sql.ref(it)}`
  })
  return sql`select c.branch_id, c.start, ${sql.join(both)}, coalesce(e.listed, 0) as erased from (${counted}) c
    left join erased_period e on e.tenant_id = ${tenant} and e.period = ${period} and e.start = c.start
      and e.branch_id = c.branch_id`
}

/** One row a branch: its totals of the week of `monday`, as the roll-up keeps them. */
export const weekTotals = (tenant: string, branches: Branches, monday: Day) =>
  withErased(tenant, 'week', countWeeks(tenant, branches, [monday]))

async function write(db: Database, tenant: string, period: Period, totals: RawBuilder<unknown>): Promise<void> {
  await sql`insert into branch_period (tenant_id, period, start, branch_id, ${names(SUMMED)})
    select ${tenant}, ${period}, t.start, t.branch_id, ${names(SUMMED)} from (${totals}) t
    on conflict (tenant_id, period, start, branch_id) do update set
      ${sql.join(SUMMED.map(it => sql`${sql.ref(it)} = excluded.${sql.ref(it)}`))}`.execute(db)
}

/** Adds up one week of each branch. */
export async function totalWeek(db: Database, tenant: string, branches: Branches, week: Day): Promise<void> {
  await write(db, tenant, 'week', weekTotals(tenant, branches, week))
}

/** Adds up one month (`YYYY-MM`) of each branch: whole weeks, those that have begun by `today`. */
export async function totalMonth(
  db: Database,
  tenant: string,
  branches: Branches,
  month: string,
  today: Day,
): Promise<void> {
  const weeks = begunWeeks(month, today)
  if (weeks.length === 0) return
  await write(db, tenant, 'month', withErased(tenant, 'month', countMonth(tenant, branches, month, weeks)))
}

/**
 * Keeps what one member, about to be deleted, adds to the totals of these weeks, which follow one another, and of their
 * months: added to what is there of others, so that nothing in it is anybody's.
 */
export async function keepErased(
  db: Database,
  tenant: string,
  branches: readonly string[],
  weeks: readonly Day[],
  member: string,
  today: Day,
): Promise<void> {
  const kept = ['listed', ...SUMMED]
  const keep = (period: Period, counted: RawBuilder<unknown>) =>
    sql`insert into erased_period (tenant_id, period, start, branch_id, ${names(kept)})
      select ${tenant}, ${period}, c.start, c.branch_id, ${names(kept)} from (${counted}) c
      where c.listed > 0 or c.seconds > 0 or c.items > 0 or c.answers > 0
      on conflict (tenant_id, period, start, branch_id) do update set
        ${sql.join(kept.map(it => sql`${sql.ref(it)} = erased_period.${sql.ref(it)} + excluded.${sql.ref(it)}`))}`.execute(
      db,
    )
  await keep('week', countWeeks(tenant, branches, weeks, [member]))
  for (const month of new Set(weeks.map(monthOfWeek))) {
    await keep('month', countMonth(tenant, branches, month, begunWeeks(month, today), [member]))
  }
}
