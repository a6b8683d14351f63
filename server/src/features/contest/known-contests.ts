import { sql } from 'kysely'
import { type PaperPlace, drawPaper, paperSize } from '../../../../domain/contest/paper'
import { stateAt } from '../../../../domain/contest/standing'
import { type ContestState, SETTLE_SECONDS } from '../../../../domain/contract/contest-limits'
import type { SealedPool } from '../../../../domain/contract/contest-pool'
import type { ContestSettings } from '../../../../domain/contract/contests'
import type { Database } from '../../database/pool'
import { preparedStatement } from '../../database/prepared'
import { seedOfTry } from './sealing'

/** A published contest as routes of entrants work with it. */
export interface KnownContest {
  id: string
  org: string
  settings: ContestSettings
  /** Milliseconds. */
  opens: number
  closes: number
  sha256: string
  sealed: SealedPool
}

/** What the settings say is read again after this; a pool never changes once it is sealed. Milliseconds. */
const FRESH_MS = 5_000
const LIMIT = 50

interface Row {
  org: string
  settings: ContestSettings
  opens: Date
  closes: Date
  sha256: string
}

const readPublished = preparedStatement(
  ({ tenant, id }: { tenant: string; id: string }) =>
    sql<Row>`select org_id as org, settings, opens_at as opens, closes_at as closes, sha256
    from contest where tenant_id = ${tenant} and contest_id = ${id} and published_at is not null`,
)

/** Published contests, kept for a few seconds: everybody who answers asks for the same. A close is seen by the statements themselves. */
export class KnownContests {
  private readonly known = new Map<string, { at: number; contest: KnownContest }>()
  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  /** Undefined when there is none, or it is a draft. */
  async find(tenant: string, id: string): Promise<KnownContest | undefined> {
    const key = `${tenant} ${id}`
    const kept = this.known.get(key)
    const age = kept ? this.now() - kept.at : -1
    if (kept && age >= 0 && age < FRESH_MS) return kept.contest
    const { rows } = await readPublished(this.db, { tenant, id })
    const row = rows[0]
    if (!row) return undefined
    const before = kept?.contest.sha256 === row.sha256 ? kept.contest.sealed : undefined
    const sealed = before ?? (await readSealed(this.db, tenant, id))
    if (!sealed) return undefined
    const { org, settings, sha256 } = row
    const contest = { id, org, settings, sha256, sealed, opens: row.opens.getTime(), closes: row.closes.getTime() }
    if (this.known.size >= LIMIT) this.known.clear()
    this.known.set(key, { at: this.now(), contest })
    return contest
  }

  /** After a change that must show at once. */
  forget(tenant: string, id: string): void {
    this.known.delete(`${tenant} ${id}`)
  }
}

/** The pool of a published contest; undefined without one. */
export async function readSealed(db: Database, tenant: string, id: string): Promise<SealedPool | undefined> {
  const { rows } = await sql<{ pool: string }>`select pool from contest_pool where tenant_id = ${tenant}
    and contest_id = ${id}`.execute(db)
  const sealed = rows[0] && (JSON.parse(rows[0].pool) as Partial<SealedPool>)
  return sealed?.seed === undefined ? undefined : (sealed as SealedPool)
}

/** One's paper; with `places`, its first ones. */
export const paperOf = (
  { sealed, settings }: Pick<KnownContest, 'sealed' | 'settings'>,
  member: string,
  number: number,
  places?: number,
): PaperPlace[] => drawPaper(sealed.questions, settings.paper, seedOfTry(sealed, member, number), places)

/** How many questions a paper of the contest has. */
export const sizeOf = ({ settings }: Pick<KnownContest, 'settings'>): number => paperSize(settings.paper)

/** Where the contest stands. `now` in milliseconds. */
export const stateOf = ({ opens, closes }: Pick<KnownContest, 'opens' | 'closes'>, now: number): ContestState =>
  stateAt({ published: true, opens, closes }, now, SETTLE_SECONDS * 1000)
