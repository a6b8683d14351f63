import crypto from 'node:crypto'
import { uuidv7 } from '../../../domain/time/uuid'
import type { Database } from '../database/pool'

export type Action =
  | 'bind'
  | 'bind.approve'
  | 'bind.refuse'
  | 'unbind'
  | 'erase'
  | 'invite'
  | 'invite.revoke'
  | 'offline'
  | 'offline.delete'
  | 'export'
  | 'sample'
  | 'drill'
  | 'roster.import'
  | 'move'

export interface Entry {
  tenant: string
  actor?: string
  action: Action
  org?: string
  subject?: string
  reason?: string
}

/** A new id that sorts by time. */
export const newId = (now: number) => uuidv7(now, crypto.randomBytes(10))

/** Writes down who looked at or changed what, and why. */
export async function audit(db: Database, entry: Entry, now: number): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      tenant_id: entry.tenant,
      audit_id: newId(now),
      at: new Date(now),
      actor_id: entry.actor ?? null,
      action: entry.action,
      org_id: entry.org ?? null,
      subject_id: entry.subject ?? null,
      reason: entry.reason ?? null,
    })
    .execute()
}
