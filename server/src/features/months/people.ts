import { sql } from 'kysely'
import { studyHours } from '../../../../domain/branch/study-hours'
import type { AssignmentDetail } from '../../../../domain/contract/assignments'
import type { BookPerson } from '../../../../domain/contract/month-book'
import type { Day } from '../../../../domain/time/day'
import { monthEnd } from '../../../../domain/time/month'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { expectedAt } from '../meetings/expected'
import { present } from '../meetings/queries'
import { weeksOfMonth } from '../reports/branch-weeks'
import { memberWeeks } from '../reports/member-weeks'
import { entriesOf, leaders } from '../study-hours/queries'

type StudyRow = Pick<BookPerson, 'member' | 'name'> & { weeks: Day[]; phone: Day[] | null; branch: Day[] | null }

/**
 * Everybody who was in the branch at the end of one of the month's weeks (`YYYY-MM`) that have begun by `today`, as on the roster,
 * with the weeks in which they have studied.
 */
export async function studyOfMonth(db: Database, scope: BranchScope, month: string, today: Day): Promise<StudyRow[]> {
  const { tenant, branch } = scope
  const { begun, weeks } = await weeksOfMonth(db, scope, month, today)
  const { rows } = await sql<StudyRow>`${prepared} select m.member_id as member, m.name,
      array_agg(s.week::text order by s.week) filter (where s.week = any(${begun}::date[])) as weeks,
      array_agg(s.week::text order by s.week) filter (where s.phone) as phone,
      array_agg(s.week::text order by s.week) filter (where s.branch) as branch
    from (${memberWeeks(tenant, [branch], weeks)}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by m.member_id, m.name, m.place order by m.place, m.name, m.member_id`.execute(db)
  return rows
}

/** The same, each with what they took part in in the month, and what of the tasks that are `due` in it they have done. */
export async function readPeople(
  db: Database,
  scope: BranchScope,
  month: string,
  today: Day,
  due: readonly AssignmentDetail[],
): Promise<BookPerson[]> {
  const { tenant } = scope
  const rows = await studyOfMonth(db, scope, month, today)
  const met = await meetingsOfMembers(db, scope, month, today)
  const joined = await activitiesOfMembers(db, scope, month)
  const asked = due.flatMap(it => it.rows)
  const ids = rows.map(it => it.member)
  const [year, end] = [month.slice(0, 4), monthEnd(month)]
  const by = end < today ? end : today
  const entries = await entriesOf(db, tenant, ids, year)
  const people = await leaders(db, scope, ids)
  const inYear = studyHours(entries, people, year, by)
  const inMonth = studyHours(
    entries.filter(it => it.day.startsWith(month)),
    people,
    year,
    by,
  )
  return rows.map(({ weeks, phone, branch, ...who }, i) => ({
    ...who,
    weeks: weeks ?? [],
    phone: phone ?? [],
    branch: branch ?? [],
    ...(met.get(who.member) ?? { expected: 0, present: 0, leave: 0 }),
    activities: joined.get(who.member) ?? 0,
    tasks: asked.filter(it => it.member === who.member).length,
    tasksDone: asked.filter(it => it.member === who.member && it.done).length,
    hours: inMonth[i]!.hours,
    yearHours: inYear[i]!.hours,
    required: inYear[i]!.required,
  }))
}

type Met = Pick<BookPerson, 'expected' | 'present' | 'leave'>

/** How often each was expected, was there and was on leave, in the month's meetings that were held: at which somebody was. */
async function meetingsOfMembers(
  db: Database,
  { tenant, branch }: BranchScope,
  month: string,
  today: Day,
): Promise<Map<string, Met>> {
  const { rows } = await sql<
    Met & { member: string }
  >`${prepared} select who.member_id as member, count(*)::int as expected,
      count(p.member_id)::int as present, count(l.member_id)::int as leave
    from meeting t cross join lateral (${expectedAt(tenant, branch)} union ${present(tenant, branch)}) who
    left join meeting_presence p on p.tenant_id = ${tenant} and p.branch_id = ${branch}
      and p.meeting_id = t.meeting_id and p.member_id = who.member_id
    left join meeting_leave l on l.tenant_id = ${tenant} and l.branch_id = ${branch}
      and l.meeting_id = t.meeting_id and l.member_id = who.member_id and p.member_id is null
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.day between ${`${month}-01`} and ${monthEnd(month)}
      and t.day <= ${today}::date and exists (${present(tenant, branch)})
    group by who.member_id`.execute(db)
  return new Map(rows.map(({ member, ...met }) => [member, met]))
}

/** In how many of the month's activities that were held each took part. */
async function activitiesOfMembers(
  db: Database,
  { tenant, branch }: BranchScope,
  month: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ member: string; n: number }>`${prepared} select p.member_id as member, count(*)::int as n
    from activity t join activity_member p on p.tenant_id = ${tenant} and p.branch_id = ${branch}
      and p.activity_id = t.activity_id
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.done
      and t.day between ${`${month}-01`} and ${monthEnd(month)}
    group by p.member_id`.execute(db)
  return new Map(rows.map(({ member, n }) => [member, n]))
}
