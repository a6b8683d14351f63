import { sql } from 'kysely'
import type { StudiedDay } from '../../../../domain/contract/assignment-items'
import type { Day } from '../../../../domain/time/day'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'

/**
 * The days since `from` on which members finished one of `items` or answered anything. Nobody is missing: a member who did
 * neither has none.
 */
export async function readStudied(
  db: Database,
  tenant: string,
  members: readonly string[],
  items: readonly string[],
  from: Day,
): Promise<Map<string, StudiedDay[]>> {
  const { rows } = await sql<
    StudiedDay & { member: string }
  >`${prepared} select member_id as member, day, finished, answered
    from member_day where tenant_id = ${tenant} and member_id = any(${[...members]}::uuid[]) and day >= ${from}::date
      and (finished && ${[...items]}::text[] or answered <> '{}')`.execute(db)
  const out = new Map<string, StudiedDay[]>(members.map(member => [member, []]))
  for (const { member, ...day } of rows) out.get(member)!.push(day)
  return out
}
