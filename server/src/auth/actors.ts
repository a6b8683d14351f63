import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/pool'
import { preparedStatement } from '../database/prepared'
import { noConsent, unauthorised } from './problem'
import { Recent } from './recent'
import type { Actor } from './scope'

/** A revoked role or token lives at most this long. */
const ACTOR_CACHE_MS = 30_000
/** Members of one half minute; of more, those first seen are read again. */
const LIMIT = 20_000
/** Most have none: they share it. */
const NO_GRANTS: Actor['grants'] = []

export interface Claims {
  /** Member. */
  sub: string
  /** Tenant. */
  t: string
  /** The member's token version. */
  v: number
  /** Which login of theirs. */
  l: string
}

/** What the database says of who asks. */
interface Standing {
  status: string
  token_version: number
  consented: boolean
  alive: boolean
}
interface Row extends Standing {
  branch_id: string
  name: string
  grants: Actor['grants'] | null
}

interface Kept {
  actor: Actor
  version: number
  at: number
}

const readActor = preparedStatement(
  ({ sub, t, l }: Pick<Claims, 'sub' | 't' | 'l'>) =>
    sql<Row>`select m.branch_id, m.name, m.status, m.token_version,
      m.consent_version is not null as consented, ${loginHolds({ sub, t, l })} as alive,
      (select json_agg(json_build_object('role', g.role, 'org', g.org_id, 'orgName', o.name, 'path', o.path))
        from role_grant g join org o on o.tenant_id = g.tenant_id and o.org_id = g.org_id
        where g.tenant_id = ${t} and g.member_id = ${sub}) as grants
    from member m where m.tenant_id = ${t} and m.member_id = ${sub}`,
)

/** Members as they sign in, re-read from the database when older than {@link ACTOR_CACHE_MS}. */
export class Actors {
  /** By member: their logins, nearly always one. */
  private readonly known: Recent<readonly Kept[]>
  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {
    this.known = new Recent(ACTOR_CACHE_MS, LIMIT, now)
  }

  /** Members that are remembered. */
  get size(): number {
    return this.known.size
  }

  /** Throws Problem 401 when the token was voided, its login has ended or the member is gone. */
  async find({ sub, t, v, l }: Claims): Promise<Actor> {
    const key = `${t} ${sub}`
    const kept = this.known.get(key)?.find(it => it.actor.login === l)
    // A clock that was set back makes nothing younger.
    const age = kept ? this.now() - kept.at : -1
    if (kept && age >= 0 && age < ACTOR_CACHE_MS && kept.version === v) return kept.actor
    const { rows } = await readActor(this.db, { sub, t, l })
    const row = requireStanding(rows[0], v)
    const { branch_id: branch, name, consented } = row
    const left = row.status === 'left'
    const actor: Actor = {
      tenant: t,
      member: sub,
      login: l,
      branch,
      name,
      consented,
      left,
      grants: row.grants ?? NO_GRANTS,
    }
    const at = this.now()
    const others = this.known.get(key)?.filter(it => it.actor.login !== l && at - it.at < ACTOR_CACHE_MS) ?? []
    this.known.set(key, [...others, { actor, version: v, at }])
    return actor
  }

  /** After a change that must show at once. */
  forget(tenant: string, member: string): void {
    this.known.delete(`${tenant} ${member}`)
  }
}

/** Whether the member's login has not ended, in SQL. */
export const loginHolds = ({ sub, t, l }: Pick<Claims, 'sub' | 't' | 'l'>): RawBuilder<boolean> =>
  sql`exists (select 1 from login l where l.tenant_id = ${t} and l.login_id = ${l} and l.member_id = ${sub}
    and l.ended_at is null)`

/** Throws Problem 401 when the token of that version was voided, its login has ended or the member is gone. */
export function requireStanding<R extends Standing>(row: R | undefined, version: number): R {
  if (!row || row.status === 'erased' || row.token_version !== version || !row.alive) throw unauthorised()
  return row
}

/** Throws Problem 403 without consent. */
export function requireConsent(actor: Pick<Actor, 'consented'>): void {
  if (!actor.consented) throw noConsent()
}
