import crypto from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { DrawVisits, OwnVisit, Visit, VisitChange } from '../../../../domain/contract/visits'
import type { Day } from '../../../../domain/time/day'
import type { BranchScope, TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { newId } from '../audit/audit'
import { type Branch, branchesUnder } from './branches'

const hash = (seed: string, org: string) => crypto.createHash('sha256').update(`${seed} ${org}`).digest('hex')

/**
 * Draws `size` branches under the scope by a seed, of those that no visit is open for, and writes their visits down. The same seed
 * draws the same branches from the same ones. It is never whoever draws that chooses it: which branch a seed draws can be computed.
 */
export async function drawVisits(
  tx: Database,
  scope: TreeScope,
  { size, reason, seed }: DrawVisits & { seed: string },
  today: Day,
  now: number,
): Promise<(Branch & { id: string })[]> {
  const { tenant, org, actor } = scope
  // Two draws at once would draw from the same branches.
  await sql`select 1 from org where tenant_id = ${tenant} and org_id = ${org} for update`.execute(tx)
  const { rows } = await sql<{ branch: string }>`select branch_id as branch from branch_visit
    where tenant_id = ${tenant} and org_id = ${org} and closed_on is null and (visited_on is null or due is not null)`.execute(
    tx,
  )
  const open = new Set(rows.map(it => it.branch))
  const drawn = (await branchesUnder(tx, scope))
    .filter(it => !open.has(it.org))
    .map(it => ({ ...it, key: hash(seed, it.org) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
  let id: string | undefined
  const visits = drawn.map(({ org, name }) => ({ org, name, id: (id = newId(now, id)) }))
  if (visits.length === 0) return []
  await tx
    .insertInto('branch_visit')
    .values(
      visits.map(it => ({
        ...{ tenant_id: tenant, branch_id: it.org, visit_id: it.id, org_id: org, drawn_on: today, seed, reason },
        ...{ drawn_by: actor, changed_at: new Date(now) },
      })),
    )
    .execute()
  return visits
}

const OPTIONAL = ['day', 'findings', 'due', 'closed', 'outcome'] as const
type OrNull<V extends Pick<OwnVisit, (typeof OPTIONAL)[number]>> = {
  [K in keyof V]: K extends (typeof OPTIONAL)[number] ? NonNullable<V[K]> | null : V[K]
}

function withoutNulls<V extends Pick<OwnVisit, (typeof OPTIONAL)[number]>>(row: OrNull<V>): V {
  const out: Record<string, unknown> = { ...row }
  for (const key of OPTIONAL) if (out[key] === null) delete out[key]
  return out as V
}

const written = sql`v.visited_on as day, v.findings, v.due, v.closed_on as closed, v.outcome`

async function read(db: Database, { tenant, org }: TreeScope, which: RawBuilder<unknown>): Promise<Visit[]> {
  const { rows } = await sql<OrNull<Required<Visit>>>`select v.visit_id as id, v.branch_id as org, o.name,
      v.drawn_on as drawn, v.seed, v.reason, v.revision, ${written}
    from branch_visit v join org o on o.tenant_id = ${tenant} and o.org_id = v.branch_id
    where v.tenant_id = ${tenant} and v.org_id = ${org} and ${which}`.execute(db)
  return rows.map(row => withoutNulls<Visit>(row as OrNull<Visit>))
}

/** What the organisation has drawn, in no order. */
export const listVisits = (db: Database, scope: TreeScope): Promise<Visit[]> => read(db, scope, sql`true`)

/** One of them; undefined when there is none. */
export const readVisit = async (db: Database, scope: TreeScope, id: string): Promise<Visit | undefined> =>
  (await read(db, scope, sql`v.visit_id = ${id}`))[0]

/** One of them, held until the transaction ends; undefined when there is none. */
export const holdVisit = async (tx: Database, scope: TreeScope, id: string): Promise<Visit | undefined> =>
  (await read(tx, scope, sql`v.visit_id = ${id} for update of v`))[0]

/** Puts what is written in the place of what was. */
export async function writeVisit(
  tx: Database,
  { tenant, org }: TreeScope,
  branch: string,
  id: string,
  { day, findings, due, closed, outcome }: VisitChange,
  now: number,
): Promise<void> {
  await sql`update branch_visit set visited_on = ${day ?? null}::date, findings = ${findings ?? null},
      due = ${due ?? null}::date, closed_on = ${closed ?? null}::date, outcome = ${outcome ?? null},
      revision = revision + 1, changed_at = ${new Date(now)}
    where tenant_id = ${tenant} and branch_id = ${branch} and visit_id = ${id} and org_id = ${org}`.execute(tx)
}

/** What has been written about a branch by those above it, the latest visit first. Before the visit nothing is told. */
export async function visitsOf(db: Database, { tenant, branch }: BranchScope): Promise<OwnVisit[]> {
  const { rows } = await sql<OrNull<OwnVisit>>`select v.visit_id as id, o.name as "from", ${written}
    from branch_visit v join org o on o.tenant_id = ${tenant} and o.org_id = v.org_id
    where v.tenant_id = ${tenant} and v.branch_id = ${branch} and v.visited_on is not null
    order by v.visited_on desc, v.visit_id desc limit 20`.execute(db)
  return rows.map(row => withoutNulls<OwnVisit>(row))
}
