import crypto from 'node:crypto'
import { sql } from 'kysely'
import type { AuditAction } from '../../../../domain/contract/audit'
import { uuidMillis, uuidv7 } from '../../../../domain/time/uuid'
import { AUDITED_A_DAY } from '../../../../domain/contract/limits'
import { daysLater } from '../../../../domain/time/moment'
import { Problem } from '../../auth/problem'
import type { Database } from '../../database/pool'

export interface Entry {
  tenant: string
  actor?: string
  /** The district's operator who did it, by a command. */
  actorName?: string
  action: AuditAction
  org?: string
  subject?: string
  reason?: string
}

let latest: string | undefined

/** A new id that sorts by time, after `previous` when there is one, and after what this process has made in the same millisecond. */
export function newId(now: number, previous = latest && uuidMillis(latest) === now ? latest : undefined): string {
  latest = uuidv7(now, crypto.randomBytes(10), previous)
  return latest
}

/** What a member may always do, however much was written down before. */
const ALWAYS: readonly AuditAction[] = ['unbind', 'login.end']

/**
 * Writes down who looked at or changed what, and why; several entries in one statement. Everything that makes rows is written
 * down, so this is where one person's rows are bounded. @throws Problem 429 `quota` beyond {@link AUDITED_A_DAY}
 */
export async function audit(db: Database, what: Entry | readonly Entry[], now: number): Promise<void> {
  const entries = [what].flat()
  if (entries.length === 0) return
  await boundActor(db, entries, now)
  let id: string | undefined
  await db
    .insertInto('audit_log')
    .values(
      entries.map(entry => ({
        tenant_id: entry.tenant,
        audit_id: (id = newId(now, id)),
        at: new Date(now),
        actor_id: entry.actor ?? null,
        actor_name: entry.actorName ?? null,
        action: entry.action,
        org_id: entry.org ?? null,
        subject_id: entry.subject ?? null,
        reason: entry.reason ?? null,
      })),
    )
    .execute()
}

async function boundActor(db: Database, entries: readonly Entry[], now: number): Promise<void> {
  const counted = entries.find(it => it.actor !== undefined && !ALWAYS.includes(it.action))
  if (!counted) return
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from (select 1 from audit_log
    where tenant_id = ${counted.tenant} and actor_id = ${counted.actor} and at > ${new Date(daysLater(now, -1))}
    limit ${AUDITED_A_DAY}) some_lines`.execute(db)
  if (rows[0]!.lines + entries.length > AUDITED_A_DAY) {
    throw new Problem(429, 'quota', `您一天里办的事已经记了 ${AUDITED_A_DAY} 条，到了上限，请明天再办；已经办的都还在`)
  }
}
