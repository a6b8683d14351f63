import { sql } from 'kysely'
import { type Day, addDays } from '../../../domain/time/day'
import { addMonths, monthOf, monthStart } from '../../../domain/time/month'
import { type Database, takeYourTime } from './pool'

/** Raw events are kept this long. */
export const EVENT_DAYS = 90

const nameOf = (month: string) => `event_${month.replace('-', '_')}`

/**
 * Makes the event partitions from last month to two months ahead of `today`. Older days fall into the default partition,
 * and ingest refuses later ones, so a new partition never finds its rows there already.
 */
export async function ensurePartitions(db: Database, today: Day): Promise<void> {
  for (const ahead of [-1, 0, 1, 2]) {
    const month = addMonths(monthOf(today), ahead)
    await sql`create table if not exists ${sql.table(nameOf(month))} partition of event
      for values from (${sql.lit(monthStart(month))}) to (${sql.lit(monthStart(addMonths(month, 1)))})`.execute(db)
  }
}

/** Drops whole months that ended more than {@link EVENT_DAYS} ago and deletes stragglers of that age. */
export async function dropOldEvents(db: Database, today: Day): Promise<void> {
  const before = addDays(today, -EVENT_DAYS)
  const found = await sql<{ name: string }>`select c.relname as name from pg_inherits i
    join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass`.execute(db)
  for (const { name } of found.rows) {
    const month = /^event_(\d{4})_(\d{2})$/.exec(name)
    if (month && monthStart(addMonths(`${month[1]}-${month[2]}`, 1)) <= before) {
      await sql`drop table ${sql.table(name)}`.execute(db)
    }
  }
  await db.transaction().execute(async tx => {
    await takeYourTime(tx)
    await sql`delete from event where day < ${before}
      and received_at < now() - ${`${EVENT_DAYS} days`}::interval`.execute(tx)
  })
}
