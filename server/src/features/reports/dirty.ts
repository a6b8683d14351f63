import { type Transaction, sql } from 'kysely'
import type { Day } from '../../../../domain/time/day'
import type { Database } from '../../database/pool'
import type { Tables } from '../../database/tables'

/**
 * Asks for the branches' weeks (Mondays) to be added up again. A mark that is there already gets a new time: a roll-up that
 * has not seen this transaction then finds it changed and leaves it. Sorted: two members cannot wait for each other.
 */
export async function markDirty(
  tx: Transaction<Tables> | Database,
  tenant: string,
  weeks: readonly { branch: string; week: Day }[],
): Promise<void> {
  const keys = [...new Set(weeks.map(it => `${it.branch} ${it.week}`))].sort()
  if (keys.length === 0) return
  await tx
    .insertInto('branch_dirty')
    .values(
      keys.map(key => {
        const [branch, week] = key.split(' ') as [string, string]
        return { tenant_id: tenant, branch_id: branch, week, marked_at: sql<Date>`clock_timestamp()` }
      }),
    )
    // Of what was proposed: a volatile function has no place in an upsert on a distributed PostgreSQL.
    .onConflict(it =>
      it.columns(['tenant_id', 'branch_id', 'week']).doUpdateSet(set => ({ marked_at: set.ref('excluded.marked_at') })),
    )
    .execute()
}
