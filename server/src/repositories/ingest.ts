import { type Transaction, sql } from 'kysely'
import type { EventAnswer } from '../../../domain/contract/sync'
import type { MemberDay, MemberItem } from '../../../domain/progress/summaries'
import { weekStart } from '../../../domain/time/day'
import { noConsent, unauthorised } from '../auth/problem'
import type { SelfScope } from '../auth/scope'
import type { Database } from '../database/pool'
import type { Tables } from '../database/tables'
import type { OwnFeed } from '../feed/own-feed'
import type { Candidate } from '../ingest/classify'
import { type Known, type Summary, emptySummary, recount } from '../ingest/recount'
import { type Move, byBranch } from '../ingest/routing'
import { NOWHERE } from '../rollup/membership'
import { type StoredDay, changedDays, dayRecord } from './day-rows'
import { writeDays, writeEvents, writeItems, writeSummary } from './ingest-writes'

type Tx = Transaction<Tables>

/**
 * Takes a member's fresh events in one transaction, which holds the member's row: two phones wait for each other, so the
 * app's own fold may read and write. Statements: lock, read, then only what changed. Answers by the event's index.
 */
export async function ingest(
  db: Database,
  scope: SelfScope,
  candidates: readonly Candidate[],
  feed: OwnFeed,
  now: number,
): Promise<Map<number, EventAnswer>> {
  return db.transaction().execute(async tx => {
    const answers = new Map<number, EventAnswer>()
    const moves = await lockMember(tx, scope)
    const read = await readKnown(tx, scope, candidates)
    const fresh = candidates.filter(it => !read.ids.has(it.event.id))
    for (const it of candidates)
      if (!fresh.includes(it)) answers.set(it.index, { id: it.event.id, status: 'duplicate' })

    let { items, summary } = read
    const events: { candidate: Candidate; branch: string }[] = []
    const days: StoredDay[] = []
    for (const [branch, group] of byBranch(fresh, moves, scope.branch)) {
      const of = (late: boolean) => dayRecord(read.days.filter(row => row.branch === branch && row.late === late))
      const known: Known = { items, summary, onTime: of(false), late: of(true) }
      const { accepted, refused, next } = recount(known, group, feed)
      for (const { index, event, late } of accepted) {
        answers.set(index, { id: event.id, status: 'accepted', ...(late ? { late } : {}) })
      }
      for (const { index, event } of refused) {
        answers.set(index, { id: event.id, status: 'rejected', reason: 'unfinished' })
      }
      events.push(...accepted.map(candidate => ({ candidate, branch })))
      days.push(...changedDays(branch, false, known.onTime, next.onTime))
      days.push(...changedDays(branch, true, known.late, next.late))
      ;({ items, summary } = next)
    }
    if (events.length > 0) {
      await writeEvents(tx, scope, events, now)
      await writeItems(
        tx,
        scope,
        Object.values(items).filter(item => item !== read.items[item.item]),
      )
      if (summary !== read.summary) await writeSummary(tx, scope, summary)
      await writeDays(tx, scope, days)
      // In the week of a transfer the goal of one branch is met with days of the other.
      const everywhere = [...new Set([scope.branch, ...moves.map(it => it.branch)])]
      const marked = days.flatMap(({ day, branch }) =>
        [...new Set([branch, ...everywhere])].map(it => ({ branch: it, day })),
      )
      await markDirty(tx, scope.tenant, marked)
    }
    return answers
  })
}

/** Who asks may have been read a while ago; since then another process may have erased them or ended their consent. */
async function lockMember(tx: Tx, { tenant, member }: SelfScope): Promise<Move[]> {
  const found = await sql<{ consented: boolean }>`select consent_version is not null as consented from member
    where tenant_id = ${tenant} and member_id = ${member} and status = 'active' for update`.execute(tx)
  if (!found.rows[0]) throw unauthorised()
  if (!found.rows[0].consented) throw noConsent()
  const { rows } = await sql<{ since: Date; branch: string }>`select since, branch_id as branch from member_move
    where tenant_id = ${tenant} and member_id = ${member} and branch_id <> ${NOWHERE} order by since`.execute(tx)
  return rows.map(({ since, branch }) => ({ since: since.getTime(), branch }))
}

interface Read {
  ids: Set<string>
  items: Record<string, MemberItem>
  summary: Summary
  days: StoredDay[]
}

/** Everything the batch may change, in one statement. Days of earlier finishes come along: a count may move. */
async function readKnown(tx: Tx, { tenant, member }: SelfScope, candidates: readonly Candidate[]): Promise<Read> {
  const ids = candidates.map(it => it.event.id)
  const eventDays = [...new Set(candidates.map(it => it.event.day))]
  const wanted = [...new Set(candidates.flatMap(({ event }) => ('item' in event ? [event.item] : [])))]
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const { rows } = await sql<{
    ids: string[] | null
    items: MemberItem[] | null
    summary: Summary | null
    days: (MemberDay & { branch: string; late: boolean })[] | null
  }>`select
    (select json_agg(event_id) from event where ${own} and day = any(${eventDays}::date[]) and event_id = any(${ids}::uuid[])) as ids,
    (select json_agg(state) from member_item where ${own} and item = any(${wanted}::text[])) as items,
    (select state from member_summary where ${own}) as summary,
    (select json_agg(json_build_object('branch', branch_id, 'late', late, 'day', day, 'read_seconds', read_seconds,
        'listen_seconds', listen_seconds, 'watch_seconds', watch_seconds, 'new_articles', new_articles,
        'new_episodes', new_episodes, 'answers', answers, 'correct_answers', correct_answers, 'new_sets', new_sets,
        'reviews', reviews, 'items', items))
      from member_day where ${own} and (day = any(${eventDays}::date[]) or items && ${wanted}::text[] or new_sets > 0)) as days`.execute(
    tx,
  )
  const row = rows[0]!
  return {
    ids: new Set(row.ids ?? []),
    items: Object.fromEntries((row.items ?? []).map(item => [item.item, item])),
    summary: row.summary ?? emptySummary(),
    days: (row.days ?? []).map(({ branch, late, ...day }) => ({ branch, late, day })),
  }
}

/**
 * Asks for the branches' weeks to be added up again. A mark that is there already gets a new time: a roll-up that has not
 * seen this transaction's days then finds it changed and leaves it. Sorted: two members cannot wait for each other.
 */
export async function markDirty(
  tx: Tx | Database,
  tenant: string,
  days: readonly { branch: string; day: { day: string } }[],
): Promise<void> {
  const keys = [...new Set(days.map(row => `${row.branch} ${weekStart(row.day.day)}`))].sort()
  if (keys.length === 0) return
  await tx
    .insertInto('branch_dirty')
    .values(
      keys.map(key => {
        const [branch, week] = key.split(' ') as [string, string]
        return { tenant_id: tenant, branch_id: branch, week, marked_at: sql<Date>`clock_timestamp()` }
      }),
    )
    .onConflict(it =>
      it.columns(['tenant_id', 'branch_id', 'week']).doUpdateSet({ marked_at: sql<Date>`clock_timestamp()` }),
    )
    .execute()
}
