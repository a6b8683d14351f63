import { sql } from 'kysely'
import type { Day } from '../../../../domain/time/day'
import { formatMonth } from '../../../../domain/time/format'
import { monthOf, monthStart } from '../../../../domain/time/month'
import { Problem } from '../../auth/problem'
import type { Database } from '../../database/pool'

/**
 * What a filed month tells of (`it`: 这一件, 这次会) keeps its month until the filing is taken back: moved to another, planned anew or
 * taken away and written down again, it would be told in two. `what` is to be done with it. Call it while the branch is held.
 * @throws Problem 409 `filed`
 */
export async function requireUnfiled(
  tx: Database,
  { tenant, branch }: { tenant: string; branch: string },
  told: Day,
  it: string,
  what: string,
): Promise<void> {
  const { rows } = await sql`select 1 from filed_month where tenant_id = ${tenant} and branch_id = ${branch}
    and month = ${monthStart(monthOf(told))}::date`.execute(tx)
  if (rows.length === 0) return
  const month = formatMonth(monthOf(told))
  throw new Problem(409, 'filed', `${it}已经算在${month}报的月报里。要${what}，先撤回那个月的月报，改好再报`)
}
