import { sql } from 'kysely'
import type { Database } from '../database/pool'

export type Run = 'made' | 'verified'

/** Writes down that a backup of that moment was made or verified; an older one than is known changes nothing. */
export async function noteRun(db: Database, what: Run, at: Date): Promise<void> {
  await sql`insert into backup_run (what, at) values (${what}, ${at})
    on conflict (what) do update set at = greatest(backup_run.at, excluded.at)`.execute(db)
}

/** When the last backup was made, and of when the last verified one is, milliseconds; undefined when there never was one. */
export async function lastRuns(db: Database): Promise<Partial<Record<Run, number>>> {
  const { rows } = await sql<{ what: Run; at: Date }>`select what, at from backup_run`.execute(db)
  return Object.fromEntries(rows.map(({ what, at }) => [what, at.getTime()]))
}
