import { sql } from 'kysely'
import type { Activity } from '../../../../domain/contract/activities'
import { type ActivityKind, expectsSomebody, stateTitle } from '../../../../domain/contract/activity-kinds'
import type { BookActivity, BookMeeting, BookTask, Filed, MonthBook } from '../../../../domain/contract/month-book'
import type { Day } from '../../../../domain/time/day'
import { monthEnd } from '../../../../domain/time/month'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { activitiesOfMonth } from '../activities/queries'
import { assignmentsDue } from '../assignments/queries'
import { allMeetings } from '../meetings/queries'
import { readPeople } from './people'

/** The month (`YYYY-MM`) of a branch by `now`, milliseconds, of which `today` is the day. */
export async function readBook(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  month: string,
  today: Day,
  now: number,
): Promise<MonthBook> {
  const [first, last] = [`${month}-01`, monthEnd(month)]
  const meetings = (await allMeetings(db, scope, first, last, now)).reverse()
  const activities = await activitiesOfMonth(db, scope, kinds, first, last)
  const tasks = await assignmentsDue(db, scope, first, last)
  const filed = await readFiled(db, scope, month)
  return {
    month,
    place: await placeOf(db, scope),
    people: await readPeople(db, scope, month, today, tasks),
    meetings: meetings.map(bookMeeting),
    activities: activities.map(it => bookActivity(kinds, it, last < today ? last : today)),
    tasks: tasks.map(({ assignment: { title, due, members, done } }): BookTask => ({ title, due, members, done })),
    ...(filed ? { filed } : {}),
  }
}

const bookMeeting = (it: BookMeeting): BookMeeting => ({
  id: it.id,
  kind: it.kind,
  title: it.title,
  day: it.day,
  ...(it.group === undefined ? {} : { group: it.group }),
  members: it.members,
  present: it.present,
  leave: it.leave,
  hours: it.hours,
})

function bookActivity(kinds: readonly ActivityKind[], it: Activity, by: Day): BookActivity {
  const kind = kinds.find(one => one.id === it.kind)
  const { id, title, day, present, due, closed, members, hours } = it
  return {
    ...{ id, title, day, present, kind: kind?.title ?? it.kind, state: stateTitle(kind, it.state) },
    ...(due === undefined ? {} : { due }),
    ...(closed === undefined ? {} : { closed }),
    ...(due !== undefined && due < by && (closed === undefined || closed > by) ? { late: true as const } : {}),
    ...(closed !== undefined && due === undefined && present === 0 && kind && expectsSomebody(kind)
      ? { empty: true as const }
      : {}),
    ...(members === undefined ? {} : { members }),
    ...(hours === undefined ? {} : { hours }),
  }
}

/** The branch with the unit and the district that it stands under. */
async function placeOf(db: Database, { tenant, branch }: BranchScope): Promise<MonthBook['place']> {
  const { rows } = await sql<{
    name: string
    type: string
    demo: boolean
    depth: number
  }>`${prepared} select a.name, a.type, o.demo,
      length(a.path) as depth
    from org o join org a on a.tenant_id = ${tenant}
      and a.org_id = any(string_to_array(trim(both '/' from o.path), '/'))
    where o.tenant_id = ${tenant} and o.org_id = ${branch} order by depth`.execute(db)
  const own = rows[rows.length - 1]!
  const district = rows.find(it => it.type === 'district')
  const unit = rows.find(it => it !== own && it !== district)
  return {
    ...(district ? { district: district.name } : {}),
    ...(unit ? { unit: unit.name } : {}),
    branch: own.name,
    demo: own.demo,
  }
}

async function readFiled(db: Database, { tenant, branch }: BranchScope, month: string): Promise<Filed | undefined> {
  const { rows } = await sql<
    Omit<Filed, 'at' | 'by'> & { at: Date; by: string | null }
  >`${prepared} select f.filed_at as at,
      case when m.status <> 'erased' then m.name end as by, f.members, f.studied, f.meetings, f.activities, f.deeds
    from filed_month f left join member m on m.tenant_id = ${tenant} and m.member_id = f.filed_by
    where f.tenant_id = ${tenant} and f.branch_id = ${branch} and f.month = ${`${month}-01`}::date`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { at, by, ...sums } = row
  return { at: at.toISOString(), ...(by === null ? {} : { by }), ...sums }
}
