import { sql } from 'kysely'
import type { ChangedActivity, NewActivity } from '../../../../domain/contract/activities'
import { type ActivityKind, isDone, stateTitle } from '../../../../domain/contract/activity-kinds'
import { activityProblems } from '../../../../domain/branch/activities'
import { changedFields } from '../../../../domain/text/changed-fields'
import { type Day, shanghaiDay } from '../../../../domain/time/day'
import { monthOf } from '../../../../domain/time/month'
import { daysAround } from '../../around'
import { Problem } from '../../auth/problem'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { newId } from '../audit/audit'
import { requireUnfiled } from '../months/filed-month'
import { holdBranch, holdMembers } from '../reports/holds'
import { notThen, peopleOnDay } from '../reports/people-on-day'

/**
 * The kind of what is to be written, if it can be. @throws Problem 400: `kind` that the file does not have, `activity` with what
 * is wrong in a sentence, `day` too far away
 */
export function checkActivity(kinds: readonly ActivityKind[], it: NewActivity, today: Day): ActivityKind {
  const kind = kinds.find(one => one.id === it.kind)
  if (!kind) throw new Problem(400, 'kind', '现在没有这一种活动，请重新选一种；或者先更新应用')
  const [wrong] = activityProblems(kind, it, today)
  if (wrong) throw new Problem(400, 'activity', wrong.words)
  const [from, to] = daysAround(today)
  if (it.day < from || it.day > to || (it.due ?? from) > to) {
    throw new Problem(400, 'day', '日期请选前后一年之内的一天')
  }
  return kind
}

/** Writes one down; returns its id, undefined when somebody named never was in the branch. @throws Problem 400 `not_then` */
export async function saveActivity(
  db: Database,
  scope: BranchScope,
  kind: ActivityKind,
  it: NewActivity,
  now: number,
): Promise<string | undefined> {
  await holdBranch(db, scope, 'share')
  if (!(await peopleAreThere(db, scope, it))) return undefined
  const { tenant, branch, actor } = scope
  const id = newId(now)
  await db
    .insertInto('activity')
    .values({
      tenant_id: tenant,
      branch_id: branch,
      activity_id: id,
      ...columns(kind, it),
      ...closedOn(kind, it, now),
      created_by: actor,
      created_at: new Date(now),
      changed_at: new Date(now),
    })
    .execute()
  await writeMembers(db, scope, id, it.members)
  return id
}

/**
 * Changes one that has the revision it was read with; returns what was changed in words for the audit log, undefined when there is none or somebody named
 * never was in the branch. @throws Problem 409 `changed` or `filed`, 400 `not_then`
 */
export async function changeActivity(
  db: Database,
  scope: BranchScope,
  kind: ActivityKind,
  id: string,
  { revision, ...it }: ChangedActivity,
  now: number,
): Promise<string | undefined> {
  const { tenant, branch } = scope
  const of = sql`tenant_id = ${tenant} and branch_id = ${branch} and activity_id = ${id}`
  await holdBranch(db, scope, 'share')
  // Those who were in it as well: whoever deletes themselves takes them out. Whoever is gone is told of below.
  const were = await sql<{ member: string }>`select member_id as member from activity_member where ${of} union
    select lead_id from activity where ${of} and lead_id is not null`.execute(db)
  await holdMembers(db, tenant, [...were.rows.map(row => row.member), ...(it.lead ? [it.lead] : []), ...it.members])
  const { rows } =
    await sql<Before>`select kind, title, day, time, place, hours::float8 as hours, due, lead_id as lead, state, words,
      revision, done, done_on, done_on as closed, array(select member_id from activity_member where ${of} order by member_id)::text[] as members
    from activity where ${of} for update`.execute(db)
  const before = rows[0]
  if (!before || !(await peopleAreThere(db, scope, it))) return undefined
  if (before.revision !== revision) {
    throw new Problem(409, 'changed', '这一条刚才在别处改过了。请先看看现在的样子，再改')
  }
  const closes = closedOn(kind, it, now, before)
  const was = toldOn({ ...before, day: before.day! })
  const next = toldOn({ ...closes, day: it.day, done: isDone(kind, it.state) })
  if (was !== undefined && (next === undefined || monthOf(next) !== monthOf(was)))
    await requireUnfiled(db, scope, was, '这一件', '换一个月，或者改回没办')
  await db
    .updateTable('activity')
    .set({
      ...columns(kind, it),
      ...closes,
      revision: revision + 1,
      changed_at: new Date(now),
    })
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('activity_id', '=', id)
    .execute()
  await sql`delete from activity_member where ${of}`.execute(db)
  await writeMembers(db, scope, id, it.members)
  return changedWords(kind, before, it)
}

/** The day whose month tells of one that is done: on which a deed was closed, of the rest its own. */
const toldOn = ({ done, done_on, day }: { done: boolean; done_on: Day | null; day: Day }): Day | undefined =>
  done ? (done_on ?? day) : undefined

/** Takes one away with who took part; returns which it was, undefined when there is none. @throws Problem 409 `filed` */
export async function deleteActivity(db: Database, scope: BranchScope, id: string) {
  const { tenant, branch } = scope
  await holdBranch(db, scope, 'share')
  const of = (table: 'activity' | 'activity_member') =>
    db.deleteFrom(table).where('tenant_id', '=', tenant).where('branch_id', '=', branch).where('activity_id', '=', id)
  const gone = await of('activity').returning(['kind', 'title', 'day', 'done', 'done_on']).executeTakeFirst()
  if (!gone) return undefined
  const told = toldOn(gone)
  if (told !== undefined) await requireUnfiled(db, scope, told, '这一件', '删掉它')
  await of('activity_member').execute()
  return gone
}

type Closed = { done: boolean; done_on: Day | null }
type Before = { [K in keyof NewActivity]: NewActivity[K] | null } & { revision: number; members: string[] } & Closed

/** What has a last day is closed on the day that is written, or when it is written down; of the rest its own day is the day. */
function closedOn(kind: ActivityKind, it: NewActivity, now: number, before?: Closed): { done_on: Day | null } {
  if (!kind.due || !isDone(kind, it.state)) return { done_on: null }
  return { done_on: it.closed ?? (before?.done ? before.done_on : shanghaiDay(now)) }
}

/** What of an activity is said to have been changed; of its state, how. */
const FIELDS = {
  kind: '种类',
  title: '主题',
  day: '日期',
  time: '时间',
  place: '地点',
  hours: '学时',
  due: '期限',
  closed: '办完的日子',
  lead: '负责的人',
  words: '内容',
  members: '参加的人',
} as const

function changedWords(kind: ActivityKind, before: Before, after: NewActivity): string {
  const parts = changedFields<NewActivity>(FIELDS, before, after)
  if (before.state !== after.state) {
    parts.push(`状态（${stateTitle(kind, before.state!)} → ${stateTitle(kind, after.state)}）`)
  }
  return parts.length > 0 ? `改了${parts.join('、')}` : '没有改动'
}

const columns = (kind: ActivityKind, it: NewActivity) => ({
  kind: it.kind,
  title: it.title,
  day: it.day,
  time: it.time ?? null,
  place: it.place ?? null,
  hours: it.hours ?? null,
  due: it.due ?? null,
  lead_id: it.lead ?? null,
  state: it.state,
  done: isDone(kind, it.state),
  words: JSON.stringify(it.words),
})

async function writeMembers(db: Database, { tenant, branch }: BranchScope, id: string, members: readonly string[]) {
  if (members.length === 0) return
  await db
    .insertInto('activity_member')
    .values(
      [...new Set(members)].map(member => ({
        tenant_id: tenant,
        branch_id: branch,
        activity_id: id,
        member_id: member,
      })),
    )
    .execute()
}

async function peopleAreThere(db: Database, scope: BranchScope, { lead, members, day }: NewActivity): Promise<boolean> {
  const wanted = [...new Set([...members, ...(lead === undefined ? [] : [lead])])]
  if (wanted.length === 0) return true
  const people = await peopleOnDay(db, scope.tenant, scope.branch, wanted, day)
  if (people.length !== wanted.length) return false
  const away = people.filter(it => !it.there && !it.later).map(it => it.name)
  if (away.length > 0) throw notThen(day, away)
  return true
}
