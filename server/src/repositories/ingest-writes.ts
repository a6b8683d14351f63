import { type Transaction, sql } from 'kysely'
import type { MemberItem } from '../../../domain/progress/summaries'
import type { SelfScope } from '../auth/scope'
import type { Tables } from '../database/tables'
import type { Candidate } from '../ingest/classify'
import type { Summary } from '../ingest/recount'
import { COUNTERS, type StoredDay } from './day-rows'

type Tx = Transaction<Tables>

/** Appends events; one that is there already stays as it was. */
export async function writeEvents(
  tx: Tx,
  { tenant, member }: SelfScope,
  events: readonly { candidate: Candidate; branch: string }[],
  now: number,
): Promise<void> {
  const received_at = new Date(now)
  await tx
    .insertInto('event')
    .values(
      events.map(({ candidate: { event, late }, branch }) => {
        const { id, at, day, ...body } = event
        return {
          tenant_id: tenant,
          member_id: member,
          day,
          event_id: id,
          branch_id: branch,
          at: new Date(at),
          received_at,
          late,
          body: JSON.stringify(body),
        }
      }),
    )
    .onConflict(it => it.columns(['tenant_id', 'member_id', 'day', 'event_id']).doNothing())
    .execute()
}

export async function writeItems(tx: Tx, { tenant, member }: SelfScope, items: readonly MemberItem[]): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('member_item')
    .values(items.map(item => ({ tenant_id: tenant, member_id: member, item: item.item, state: JSON.stringify(item) })))
    .onConflict(it =>
      it.columns(['tenant_id', 'member_id', 'item']).doUpdateSet({ state: sql<string>`excluded.state` }),
    )
    .execute()
}

export async function writeSummary(tx: Tx, { tenant, member }: SelfScope, summary: Summary): Promise<void> {
  await tx
    .insertInto('member_summary')
    .values({ tenant_id: tenant, member_id: member, state: JSON.stringify(summary) })
    .onConflict(it => it.columns(['tenant_id', 'member_id']).doUpdateSet({ state: sql<string>`excluded.state` }))
    .execute()
}

export async function writeDays(tx: Tx, { tenant, member }: SelfScope, days: readonly StoredDay[]): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('member_day')
    .values(
      days.map(({ branch, late, day }) => ({ tenant_id: tenant, branch_id: branch, member_id: member, late, ...day })),
    )
    .onConflict(it =>
      it.columns(['tenant_id', 'branch_id', 'day', 'member_id', 'late']).doUpdateSet(set => ({
        ...Object.fromEntries(COUNTERS.map(name => [name, set.ref(`excluded.${name}`)])),
        items: set.ref('excluded.items'),
      })),
    )
    .execute()
}
