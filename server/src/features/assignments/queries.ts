import { sql } from 'kysely'
import { OVERDUE_DAYS, type StudiedDay, countsFrom, itemsLeft } from '../../../../domain/contract/assignment-items'
import type {
  Assignment,
  AssignmentDetail,
  AssignmentMemberRow,
  AssignmentSummary,
  NewAssignment,
  OwnAssignment,
} from '../../../../domain/contract/assignments'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { membersBefore } from '../reports/membership'
import { newId } from '../audit/audit'
import { readStudied } from './studied'

/** A branch's list is no longer than this. */
const LIST_LIMIT = 100

/** Saves an assignment; returns its id. */
export async function saveAssignment(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  { title, note, due, items }: NewAssignment,
  now: number,
): Promise<string> {
  const id = newId(now)
  await db
    .insertInto('assignment')
    .values({
      tenant_id: tenant,
      branch_id: branch,
      assignment_id: id,
      title,
      note: note ?? null,
      due,
      items: [...new Set(items)],
      created_by: actor,
      created_at: new Date(now),
    })
    .execute()
  return id
}

/** Takes an assignment back; returns which it was, `sent` when it is not the branch's own, undefined when there is none. */
export async function deleteAssignment(
  db: Database,
  { tenant, branch }: BranchScope,
  id: string,
): Promise<Pick<Assignment, 'title'> | 'sent' | undefined> {
  const sent = await sql`select 1 from assignment where tenant_id = ${tenant} and branch_id = ${branch}
    and assignment_id = ${id} and sent_id is not null`.execute(db)
  if (sent.rows.length > 0) return 'sent'
  return db
    .deleteFrom('assignment')
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('assignment_id', '=', id)
    .returning('title')
    .executeTakeFirst()
}

/** The branch's assignments with how many have done each, the latest last day first. */
export async function listAssignments(db: Database, scope: BranchScope): Promise<AssignmentSummary[]> {
  const assignments = await read(db, placeOf(scope))
  const people = await readPeople(db, placeOf(scope), assignments)
  const studied = await studiedOf(db, scope.tenant, [...people.values()].flat(), assignments)
  return assignments.map(it => summarise(it, rowsOf(it, people.get(it.id) ?? [], studied)))
}

/** The branch's assignments whose last day lies between two days, the earliest first, each with everybody it is for. */
export async function assignmentsDue(
  db: Database,
  scope: BranchScope,
  from: Day,
  to: Day,
): Promise<AssignmentDetail[]> {
  const assignments = (await read(db, placeOf(scope), { from, to })).reverse()
  if (assignments.length === 0) return []
  const people = await readPeople(db, placeOf(scope), assignments)
  const studied = await studiedOf(db, scope.tenant, [...people.values()].flat(), assignments)
  return assignments.map(it => {
    const rows = rowsOf(it, people.get(it.id) ?? [], studied)
    return { assignment: summarise(it, rows), rows }
  })
}

/** One assignment with everybody it is for; undefined when there is none. */
export async function readAssignment(
  db: Database,
  scope: BranchScope,
  id: string,
): Promise<AssignmentDetail | undefined> {
  const [found] = await read(db, placeOf(scope), { id })
  if (!found) return undefined
  const people = (await readPeople(db, placeOf(scope), [found])).get(id) ?? []
  const rows = rowsOf(found, people, await studiedOf(db, scope.tenant, people, [found]))
  return { assignment: summarise(found, rows), rows }
}

/**
 * The member's assignments whose last day has not passed, and the unfinished ones of the days before, since they came to
 * the branch.
 */
export async function ownAssignments(db: Database, scope: SelfScope, today: Day): Promise<OwnAssignment[]> {
  const assignments = await read(db, placeOf(scope), { from: addDays(today, -OVERDUE_DAYS) })
  const studied = await studiedOf(db, scope.tenant, [{ member: scope.member }], assignments)
  const came = await cameAt(db, scope)
  return assignments
    .filter(it => dayStart(addDays(it.due, 1)) > came)
    .map(it => ({ ...it, left: itemsLeft(it, studied.get(scope.member)!) }))
    .filter(it => it.due >= today || it.left.length > 0)
    .reverse()
}

interface Place {
  tenant: string
  branches: readonly string[]
}
const placeOf = ({ tenant, branch }: Pick<BranchScope, 'tenant' | 'branch'>): Place => ({ tenant, branches: [branch] })

type Person = Pick<AssignmentMemberRow, 'member' | 'name' | 'offline' | 'bound'>

async function read(
  db: Database,
  { tenant, branches }: Place,
  only: { id?: string; from?: Day; to?: Day } = {},
): Promise<(Assignment & { branch: string })[]> {
  let query = db
    .selectFrom('assignment')
    .select(['assignment_id as id', 'branch_id as branch', 'title', 'note', 'due', 'items', 'created_at', 'sent_id'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', 'in', branches)
  if (only.id) query = query.where('assignment_id', '=', only.id)
  if (only.from) query = query.where('due', '>=', only.from)
  if (only.to) query = query.where('due', '<=', only.to)
  const rows = await query.orderBy('due', 'desc').orderBy('assignment_id', 'desc').limit(LIST_LIMIT).execute()
  return rows.map(({ note, created_at, sent_id, ...row }) => ({
    ...row,
    ...(sent_id === null ? {} : { sent: true as const }),
    ...(note === null ? {} : { note }),
    createdAt: created_at.toISOString(),
  }))
}

/** When the member came to the branch they are in, milliseconds. */
async function cameAt(db: Database, { tenant, member }: SelfScope): Promise<number> {
  const { rows } = await sql<{ came: Date | null }>`select max(since) as came from member_move
    where tenant_id = ${tenant} and member_id = ${member}`.execute(db)
  return rows[0]!.came?.getTime() ?? 0
}

/** By assignment: those in the branch at the end of its last day, or now while it runs. */
async function readPeople(
  db: Database,
  { tenant, branches }: Place,
  assignments: readonly Assignment[],
): Promise<Map<string, Person[]>> {
  const ended = sql`(t.due + 1)::timestamp at time zone 'Asia/Shanghai'`
  const { rows } = await sql<
    Person & { id: string }
  >`${prepared} select t.assignment_id as id, m.member_id as member, m.name,
      m.offline, exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id) as bound
    from assignment t cross join lateral (${membersBefore(tenant, sql.ref('t.branch_id'), ended)}) v
    join member m on m.tenant_id = ${tenant} and m.member_id = v.member_id
    where t.tenant_id = ${tenant} and t.branch_id = any(${[...branches]}::text[])
      and t.assignment_id = any(${assignments.map(it => it.id)}::uuid[])
    order by m.place, m.name, m.member_id`.execute(db)
  const people = new Map<string, Person[]>()
  for (const { id, ...person } of rows) people.set(id, [...(people.get(id) ?? []), person])
  return people
}

function studiedOf(
  db: Database,
  tenant: string,
  people: readonly { member: string }[],
  assignments: readonly Assignment[],
): Promise<Map<string, StudiedDay[]>> {
  const members = new Set(people.map(it => it.member))
  const items = new Set(assignments.flatMap(it => it.items))
  const from = assignments.map(countsFrom).sort()[0] ?? '9999-12-31'
  return readStudied(db, tenant, [...members], [...items], from)
}

function rowsOf(
  assignment: Assignment,
  people: readonly Person[],
  studied: Map<string, StudiedDay[]>,
): AssignmentMemberRow[] {
  const items = assignment.items.length
  return people.map(person => {
    const left = itemsLeft(assignment, studied.get(person.member)!).length
    return { ...person, done: left === 0, itemsDone: items - left, items }
  })
}

function summarise(assignment: Assignment, rows: readonly AssignmentMemberRow[]): AssignmentSummary {
  const members = rows.length
  const done = rows.filter(row => row.done).length
  const offline = rows.filter(row => !row.done && row.offline).length
  return { ...assignment, members, done, offline, notYet: members - done - offline }
}
