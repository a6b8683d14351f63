import { type RawBuilder, sql } from 'kysely'
import { type AuditAction, type AuditGroup, actionsOf } from '../../../../domain/contract/audit'
import type { AuditPage, AuditRow } from '../../../../domain/contract/audit-page'
import { maskName } from '../../auth/mask'
import type { BranchScope, SelfScope, TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { inside } from '../reports/inside'
import { rowOnRoster } from '../reports/membership'
import { masking } from './names-in-texts'

const PAGE = 50

/** Done to a whole branch, these show its members' names to somebody. */
const SHOWS_NAMES: readonly AuditAction[] = ['export', 'roster.export']

/** The roster of the whole district, read or written by its operator: no organisation stands in the line. */
const OF_ALL = sql`a.org_id is null and a.action in ('roster.export', 'roster.import')`

/** Which part: `before` is the `next` of the page before, `group` leaves out the others. */
export interface Part {
  before?: string | undefined
  group?: AuditGroup | undefined
}

/** What was done in or to the branch, latest first. */
export function branchAudit(db: Database, { tenant, branch }: BranchScope, part: Part): Promise<AuditPage> {
  return read(db, tenant, branch, sql`a.org_id = ${branch}`, part)
}

/** What was done in or to the organisation and all under it; at the district's own, also what was done to the whole of it. */
export function orgAudit(db: Database, scope: TreeScope, part: Part): Promise<AuditPage> {
  const which = sql`(a.org_id in (select o.org_id from org o where o.tenant_id = ${scope.tenant} and ${inside(scope)})
    or ${OF_ALL} and exists (select 1 from org o where o.tenant_id = ${scope.tenant} and o.org_id = ${scope.org}
      and o.parent_id is null))`
  return read(db, scope.tenant, scope.ownBranch, which, part)
}

/** What concerned the member: by name, or the names of the branch, or the district, they belonged to then. */
export function ownAudit(db: Database, { tenant, member, branch }: SelfScope, part: Part): Promise<AuditPage> {
  const branchThen = sql`(select v.branch_id from member_move v where v.tenant_id = ${tenant}
    and v.member_id = ${member} and v.since <= a.at order by v.since desc limit 1)`
  const concerns = sql`(a.subject_id = ${member} or a.subject_id is null and a.action = any(${[...SHOWS_NAMES]}::text[])
    and (a.org_id in (select branch_id from member_move where tenant_id = ${tenant} and member_id = ${member})
      and a.org_id = ${branchThen} or ${OF_ALL} and ${branchThen} is not null))`
  return read(db, tenant, branch, concerns, part)
}

interface Named {
  name: string
  branch: string
  unmasked: boolean
  erased: boolean
}
type Row = Pick<AuditRow, 'id' | 'action'> & {
  at: Date
  reason: string | null
  org: string | null
  actorName: string | null
  actorBranch: string | null
  actor: Named | null
  subject: Named | null
  /** Of the subject, on the roster of their branch. */
  row: number | null
}

async function read(
  db: Database,
  tenant: string,
  ownBranch: string,
  which: RawBuilder<unknown>,
  { before, group }: Part,
): Promise<AuditPage> {
  const person = (of: string) => sql`case when ${sql.ref(`${of}.member_id`)} is not null then json_build_object(
    'name', ${sql.ref(`${of}.name`)}, 'branch', ${sql.ref(`${of}.branch_id`)},
    'unmasked', ${sql.ref(`${of}.unmasked`)}, 'erased', ${sql.ref(`${of}.status`)} = 'erased') end`
  const { rows } =
    await sql<Row>`select a.audit_id as id, a.at, a.action, a.reason, a.actor_name as "actorName", o.name as org,
      b.name as "actorBranch", ${person('x')} as actor, ${person('s')} as subject, ${rowOnRoster(tenant, 's')} as row
    from audit_log a
    left join org o on o.tenant_id = ${tenant} and o.org_id = a.org_id
    left join member x on x.tenant_id = ${tenant} and x.member_id = a.actor_id
    left join org b on b.tenant_id = ${tenant} and b.org_id = x.branch_id
    left join member s on s.tenant_id = ${tenant} and s.member_id = a.subject_id
    where a.tenant_id = ${tenant} and ${which} and ${before ? sql`a.audit_id < ${before}` : sql`true`}
      and ${group ? sql`a.action = any(${actionsOf(group)}::text[])` : sql`true`}
    order by a.audit_id desc limit ${PAGE + 1}`.execute(db)
  const shown = rows.slice(0, PAGE)
  const next = rows.length > PAGE ? shown[PAGE - 1]!.id : undefined
  const reasons = shown.flatMap(it => it.reason ?? [])
  const masked = await masking(db, tenant, ownBranch, reasons)
  return { rows: shown.map(row => present(row, ownBranch, masked)), ...(next ? { next } : {}) }
}

function present({ id, at, action, ...row }: Row, ownBranch: string, masked: (text: string) => string): AuditRow {
  const nameOf = (who: Named | null) => {
    if (!who || who.erased) return undefined
    return who.unmasked || who.branch === ownBranch ? who.name : maskName(who.name)
  }
  const texts = {
    actor: row.actorName === null ? nameOf(row.actor) : `区里（${row.actorName}）`,
    actorBranch: row.actorBranch ?? undefined,
    subject: withRow(row.subject, nameOf(row.subject), row.row),
    org: row.org ?? undefined,
    reason: row.reason === null ? undefined : masked(row.reason),
  }
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
  return { id, at: at.toISOString(), action, ...said }
}

/** A surname alone tells nobody apart: whoever asks on can name the line. */
function withRow(who: Named | null, said: string | undefined, row: number | null): string | undefined {
  if (!who || said === undefined || said === who.name || row === null) return said
  return `${said}（名册第 ${row} 行）`
}
