import crypto from 'node:crypto'
import { type Transaction, sql } from 'kysely'
import { shanghaiDay } from '../../../../domain/time/day'
import { uuidv7 } from '../../../../domain/time/uuid'
import { type Keys, hmac } from '../../auth/keys'
import { type Database, together } from '../../database/pool'
import type { Member, Tables } from '../../database/tables'
import { audit } from '../audit/audit'
import { NOWHERE } from '../reports/membership'
import { type Existing, type Plan, type PlannedMember } from './check'
import { writePost } from './posts'

type Tx = Transaction<Tables>

/** What the check compares with. */
export async function readExisting(db: Database, tenant: string): Promise<Existing> {
  const orgs = await db.selectFrom('org').selectAll().where('tenant_id', '=', tenant).execute()
  const members = await db
    .selectFrom('member')
    .select(['member_id', 'branch_id', 'name', 'status'])
    .where('tenant_id', '=', tenant)
    .execute()
  return { orgs, members }
}

export interface Applied {
  orgs: number
  added: number
  changed: number
  moved: number
}

/**
 * Carries out a plan without problems, all of it or nothing. A member who changes branch keeps the past where it was. The
 * members of a district's first roster were there before the service was; whoever is added later belongs from `now` on,
 * also in an organisation that is new: what was told of the weeks before, at any level, stays.
 */
export async function applyRoster(
  db: Database,
  keys: Keys,
  tenant: string,
  plan: Plan,
  existing: Existing,
  now: number,
  byName?: string,
): Promise<Applied> {
  const before = new Map(existing.members.map(it => [it.member_id, it]))
  const newSince = existing.members.length === 0 ? ALWAYS : now
  const result: Applied = { orgs: plan.orgs.length, added: 0, changed: 0, moved: 0 }
  await together(db, async tx => {
    for (const org of plan.orgs) {
      const { type, name, path, parent_id } = org
      await tx
        .insertInto('org')
        .values({ tenant_id: tenant, demo: false, since: shanghaiDay(now), ...org })
        .onConflict(it => it.columns(['tenant_id', 'org_id']).doUpdateSet({ type, name, path, parent_id }))
        .execute()
    }
    const ids = new Map<string, string[]>()
    for (const planned of plan.members) {
      const known = planned.id ? before.get(planned.id) : undefined
      const id = known?.member_id ?? uuidv7(now, crypto.randomBytes(10))
      if (known) result.changed += 1
      else result.added += 1
      const moved = known !== undefined && known.branch_id !== planned.branch
      if (moved) result.moved += 1
      await writeMember(tx, keys, tenant, id, planned, known !== undefined)
      if (known?.status !== 'erased') await writeMove(tx, tenant, id, known, planned, known ? now : newSince)
      await writeRole(tx, tenant, id, planned)
      if (known?.status !== 'erased') await writePost(tx, tenant, planned.branch, id, planned.post, now)
      ids.set(planned.branch, [...(ids.get(planned.branch) ?? []), id])
    }
    for (const [branch, inOrder] of ids) await orderAsSheet(tx, tenant, branch, inOrder)
    await audit(tx, { tenant, actorName: byName, action: 'roster.import', reason: inWords(result) }, now)
  })
  return result
}

const inWords = (it: Applied) => `全区：组织 ${it.orgs}，新增 ${it.added}，更新 ${it.changed}，其中转移 ${it.moved}`

/** Since before every week that can be asked for, milliseconds. */
export const ALWAYS = 0

/**
 * Keeps that a member is there since `since` (milliseconds), if that changes: with a new one, a transfer, leaving and coming
 * back.
 */
export async function writeMove(
  tx: Tx,
  tenant: string,
  id: string,
  before: { branch_id: string; status: Member['status'] } | undefined,
  next: Pick<PlannedMember, 'branch' | 'status'>,
  since: number,
): Promise<void> {
  const place = (branch: string, status: string) => (status === 'left' ? NOWHERE : branch)
  const to = place(next.branch, next.status)
  if (before && place(before.branch_id, before.status) === to) return
  await tx
    .insertInto('member_move')
    .values({ tenant_id: tenant, member_id: id, since: new Date(since), branch_id: to })
    .execute()
}

/**
 * The members of a branch stand as in a sheet that names all of them, `ids` from first to last. A sheet of some leaves the others
 * where they are, and whom it adds at the end.
 */
export async function orderAsSheet(tx: Tx, tenant: string, branch: string, ids: readonly string[]): Promise<void> {
  await sql`update member m set place = s.place
    from unnest(${[...ids]}::uuid[]) with ordinality as s (member_id, place)
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.member_id = s.member_id
      and not exists (select 1 from member o where o.tenant_id = ${tenant} and o.branch_id = ${branch}
        and o.status = 'active' and o.member_id <> all(${[...ids]}::uuid[]))`.execute(tx)
}

/**
 * Writes one member of the roster; `known` when the member is there already. Who is new in the branch stands last. Leaving voids
 * every token.
 */
export async function writeMember(
  tx: Tx,
  keys: Keys,
  tenant: string,
  id: string,
  { name, branch, offline, status, last4 }: PlannedMember,
  known: boolean,
): Promise<void> {
  const secret = last4 ? hmac(keys, 'last4', `${tenant}:${last4}`) : undefined
  const last = sql`coalesce(max(l.place), 0) + 1 from member l where l.tenant_id = ${tenant} and l.branch_id = ${branch}`
  if (!known) {
    // A distributed PostgreSQL takes no question among the values.
    const values = sql`${tenant}::text, ${id}::uuid, ${branch}::text, ${name}::text, ${status}::text, ${offline}::boolean,
      ${secret ?? null}::text`
    await sql`insert into member (tenant_id, member_id, branch_id, name, status, offline, last4_hmac, place)
      select ${values}, ${last}`.execute(tx)
    return
  }
  const void_ = status === 'left' ? 1 : 0
  await sql`update member set place = case when branch_id = ${branch} then place else (select ${last}) end, branch_id = ${branch}, name = ${name}, status = ${status}, offline = ${offline},
      last4_hmac = case when exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = ${id})
        then null else coalesce(${secret ?? null}, last4_hmac) end,
      digit_tries = case when ${secret ?? null}::text is null then digit_tries else 0 end, token_version = token_version + ${void_}::int
    where tenant_id = ${tenant} and member_id = ${id} and status <> 'erased'`.execute(tx)
}

/** The sheet's word on offices is the whole truth: an empty cell takes them away. */
async function writeRole(tx: Tx, tenant: string, id: string, { role, status }: PlannedMember): Promise<void> {
  await sql`delete from role_grant where tenant_id = ${tenant} and member_id = ${id}`.execute(tx)
  if (!role || status !== 'active') return
  await tx
    .insertInto('role_grant')
    .values({ tenant_id: tenant, member_id: id, role: role.role, org_id: role.org })
    .execute()
}
