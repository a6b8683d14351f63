import { sql } from 'kysely'
import type { Database } from '../database/pool'
import { noConsent, unauthorised } from './problem'
import type { Actor } from './scope'

/** A revoked role or token lives at most this long. */
export const ACTOR_CACHE_MS = 30_000
const LIMIT = 20_000

export interface Claims {
  /** Member. */
  sub: string
  /** Tenant. */
  t: string
  /** The member's token version. */
  v: number
}

interface Row {
  branch_id: string
  name: string
  status: string
  token_version: number
  consented: boolean
  grants: Actor['grants'] | null
}

/** Members as they sign in, re-read from the database when older than {@link ACTOR_CACHE_MS}. */
export class Actors {
  private readonly known = new Map<string, { actor: Actor; version: number; until: number }>()
  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  /** Throws Problem 401 when the token was voided or the member is gone. */
  async find({ sub, t, v }: Claims): Promise<Actor> {
    const key = `${t} ${sub}`
    const kept = this.known.get(key)
    if (kept && kept.until > this.now() && kept.version === v) return kept.actor
    const { rows } = await sql<Row>`select m.branch_id, m.name, m.status, m.token_version,
        m.consent_version is not null as consented,
        (select json_agg(json_build_object('role', g.role, 'org', g.org_id, 'orgName', o.name, 'path', o.path))
          from role_grant g join org o on o.tenant_id = g.tenant_id and o.org_id = g.org_id
          where g.tenant_id = ${t} and g.member_id = ${sub}) as grants
      from member m where m.tenant_id = ${t} and m.member_id = ${sub}`.execute(this.db)
    const row = rows[0]
    if (!row || row.status === 'erased' || row.token_version !== v) throw unauthorised()
    const { branch_id: branch, name, consented } = row
    const left = row.status === 'left'
    const actor: Actor = { tenant: t, member: sub, branch, name, consented, left, grants: row.grants ?? [] }
    if (this.known.size >= LIMIT) this.known.clear()
    this.known.set(key, { actor, version: v, until: this.now() + ACTOR_CACHE_MS })
    return actor
  }

  /** After a change that must show at once. */
  forget(tenant: string, member: string): void {
    this.known.delete(`${tenant} ${member}`)
  }
}

/** Throws Problem 403 without consent. */
export function requireConsent(actor: Actor): void {
  if (!actor.consented) throw noConsent()
}
