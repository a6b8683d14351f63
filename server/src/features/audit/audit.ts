import crypto from 'node:crypto'
import type { AuditAction } from '../../../../domain/contract/audit'
import { uuidv7 } from '../../../../domain/time/uuid'
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

/** A new id that sorts by time, after `previous` when there is one. */
export const newId = (now: number, previous?: string) => uuidv7(now, crypto.randomBytes(10), previous)

/** Writes down who looked at or changed what, and why; several entries in one statement. */
export async function audit(db: Database, what: Entry | readonly Entry[], now: number): Promise<void> {
  const entries = [what].flat()
  if (entries.length === 0) return
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
