import { stateAt } from '../../../../domain/contest/standing'
import { SETTLE_SECONDS } from '../../../../domain/contract/contest-limits'
import type { PoolQuestion } from '../../../../domain/contract/contest-pool'
import type { ContestDetail } from '../../../../domain/contract/contests'
import type { OrganiserScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { type HeldContest, countsOf, missingOf, readContest, readPool, readVoids } from './organise'
import { tellVoid } from './results'

/** Before, in or after its window. `now` in milliseconds */
export const stateOfHeld = (it: HeldContest, now: number) =>
  stateAt(
    { published: it.published !== null, opens: it.opens.getTime(), closes: it.closes.getTime() },
    now,
    SETTLE_SECONDS * 1000,
  )

/** A contest as its organiser sees it: settings, what is missing, voids, how many. `now` in milliseconds. @throws Problem 404 */
export async function detailOf(db: Database, scope: OrganiserScope, id: string, now: number): Promise<ContestDetail> {
  const held = await readContest(db, scope, id)
  const pool = await readPool(db, scope, id)
  const counts = await countsOf(db, scope, id)
  return {
    id,
    state: stateOfHeld(held, now),
    revision: held.revision,
    settings: { ...held.settings, opens: held.opens.toISOString(), closes: held.closes.toISOString() },
    ...(pool ? { pool: summary(pool, held.sha256) } : {}),
    missing: held.published ? [] : missingOf(held, pool, now),
    voids: (await readVoids(db, scope, id)).map(tellVoid),
    ...counts,
  }
}

function summary(pool: readonly PoolQuestion[], sha256: string | null): ContestDetail['pool'] {
  const counts = new Map<string, NonNullable<ContestDetail['pool']>['counts'][number]>()
  for (const { type, difficulty, topic } of pool) {
    const key = `${type} ${difficulty} ${topic}`
    const before = counts.get(key) ?? { type, difficulty, topic, count: 0 }
    counts.set(key, { ...before, count: before.count + 1 })
  }
  return { total: pool.length, counts: [...counts.values()], ...(sha256 ? { sha256 } : {}) }
}
