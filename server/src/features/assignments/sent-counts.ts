import { type RawBuilder, sql } from 'kysely'
import { countsFrom, itemsLeft } from '../../../../domain/contract/assignment-items'
import type { Assignment } from '../../../../domain/contract/assignments'
import type { Database } from '../../database/pool'
import { membersBefore } from '../reports/membership'
import { readStudied } from './studied'

// What is told of a task to whoever sent it down. It is counted of those it was sent to, who were in the branch then: whoever moves,
// leaves or comes later changes no number, or two looks would tell what that one did. Of those who delete themselves a count stays.

type Task = Pick<Assignment, 'items' | 'due' | 'createdAt'> & { branch: string; sent: string }

/** The members that the task of a row `t` was sent to. */
const sentTo = (tenant: string) => membersBefore(tenant, sql.ref('t.branch_id'), sql.ref('t.created_at'))

/** Tasks that were sent down, of the table `t`, with columns of one's own. */
async function readTasks<More>(
  db: Database,
  tenant: string,
  more: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<(Task & More)[]> {
  const { rows } = await sql<Omit<Task, 'createdAt'> & { at: Date } & More>`select t.branch_id as branch,
      t.sent_id as sent, t.items, t.due, t.created_at as at, ${more}
    from assignment t join sent_branch b on b.tenant_id = ${tenant} and b.branch_id = t.branch_id
      and b.sent_id = t.sent_id
    where t.tenant_id = ${tenant} and ${which}`.execute(db)
  return rows.map(({ at, ...row }) => ({ ...row, createdAt: at.toISOString() })) as unknown as (Task & More)[]
}

/** Those of `members` who have done the task, as a question. */
async function doneBy(db: Database, tenant: string, tasks: readonly Task[], members: readonly string[]) {
  const from = tasks.map(countsFrom).sort()[0] ?? '9999-12-31'
  const items = [...new Set(tasks.flatMap(it => it.items))]
  const studied = await readStudied(db, tenant, [...new Set(members)], items, from)
  return (task: Task, member: string) => itemsLeft(task, studied.get(member)!).length === 0
}

/** Of a task that was sent down: by branch how many members it was sent to, and how many of them are done. */
export async function countSentTask(
  db: Database,
  tenant: string,
  branches: readonly string[],
  sent: string,
): Promise<Map<string, { members: number; done: number }>> {
  const tasks = await readTasks<{ members: string[]; left: number; leftDone: number }>(
    db,
    tenant,
    sql`array(${sentTo(tenant)})::text[] as members, b.left_members as left, b.left_done as "leftDone"`,
    sql`t.sent_id = ${sent} and t.branch_id = any(${[...branches]}::text[])`,
  )
  const isDone = await doneBy(
    db,
    tenant,
    tasks,
    tasks.flatMap(it => it.members),
  )
  return new Map(
    tasks.map(it => [
      it.branch,
      {
        members: it.members.length + it.left,
        done: it.members.filter(member => isDone(it, member)).length + it.leftDone,
      },
    ]),
  )
}

/** Keeps what a member, about to be deleted, adds to the tasks that were sent to them: counts, added to those of others. */
export async function keepSentShares(tx: Database, tenant: string, member: string): Promise<void> {
  const tasks = await readTasks(
    tx,
    tenant,
    sql`1 as one`,
    sql`t.sent_id is not null and ${member} in (${sentTo(tenant)})`,
  )
  const isDone = await doneBy(tx, tenant, tasks, [member])
  await sql`update sent_branch b set left_members = left_members + 1, left_done = left_done + s.done
    from unnest(${tasks.map(it => it.branch)}::text[], ${tasks.map(it => it.sent)}::uuid[],
      ${tasks.map(it => (isDone(it, member) ? 1 : 0))}::int[]) as s (branch, sent, done)
    where b.tenant_id = ${tenant} and b.branch_id = s.branch and b.sent_id = s.sent`.execute(tx)
}
