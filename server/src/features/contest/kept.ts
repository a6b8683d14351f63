import { sql } from 'kysely'
import { ANSWERS_KEPT_DAYS } from '../../../../domain/contract/contest-limits'
import { daysLater } from '../../../../domain/time/moment'
import type { Database } from '../../database/pool'
import { settleContest } from './settle'

/** Removes what somebody answered in contests that ended long ago; results that nobody asked for are made before. `now` in milliseconds. */
export async function dropOldAnswers(db: Database, tenant: string, now: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct c.contest_id as id from contest c
    join contest_try t on t.tenant_id = ${tenant} and t.contest_id = c.contest_id and t.answers <> '[]'
    where c.tenant_id = ${tenant} and c.closes_at < ${new Date(daysLater(now, -ANSWERS_KEPT_DAYS))}`.execute(db)
  for (const { id } of rows) {
    await settleContest(db, tenant, id, now)
    await sql`update contest_try set answers = '[]', lines = '{}' where tenant_id = ${tenant}
      and contest_id = ${id}`.execute(db)
  }
}
