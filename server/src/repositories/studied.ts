import { type RawBuilder, sql } from 'kysely'
import type { Studied } from '../../../domain/contract/assignments'
import { emptyProgress } from '../../../domain/progress/state'
import type { Database } from '../database/pool'
import type { Summary } from '../ingest/recount'

/** What has been counted for members, as far as `items` (domain/contract/assignments) asks. Nobody is missing: none is nothing. */
export async function readStudied(
  db: Database,
  tenant: string,
  members: readonly string[],
  items: readonly string[],
): Promise<Map<string, Studied>> {
  const of = (column: RawBuilder<unknown>) => sql`${column} = any(${[...members]}::uuid[])`
  const finished = await sql<{ member: string; item: string; at: number }>`select member_id as member, item,
      (state->>'finishedAt')::float8 as at
    from member_item where tenant_id = ${tenant} and ${of(sql`member_id`)} and item = any(${[...items]}::text[])
      and state->>'finishedAt' is not null`.execute(db)
  const summaries = await sql<{ member: string } & Pick<Summary, 'sets' | 'tally'>>`select member_id as member,
      state->'sets' as sets, state->'tally' as tally
    from member_summary where tenant_id = ${tenant} and ${of(sql`member_id`)}`.execute(db)
  const { sets, tally } = emptyProgress()
  const out = new Map<string, Studied>(members.map(member => [member, { items: {}, sets, tally }]))
  for (const { member, ...kept } of summaries.rows) out.set(member, { ...kept, items: {} })
  for (const { member, item, at } of finished.rows) out.get(member)!.items[item] = { finishedAt: at }
  return out
}
