import { Recent } from '../auth/recent'

/** Askers of one time window that are remembered; of more, those first seen begin again. */
const LIMIT = 50_000

/**
 * Counts of @fastify/rate-limit by a clock that only goes forward: with the system's, set back an hour, whoever was refused
 * would stay so for that hour.
 */
export class RateStore {
  private counts: Recent<{ count: number; until: number }> | undefined

  incr(
    key: string,
    done: (error: Error | null, result: { current: number; ttl: number }) => void,
    timeWindow: number,
  ): void {
    const now = performance.now()
    // A route has one window for all who ask.
    this.counts ??= new Recent(timeWindow, LIMIT, () => performance.now())
    let it = this.counts.get(key)
    if (!it || it.until <= now) this.counts.set(key, (it = { count: 0, until: now + timeWindow }))
    it.count += 1
    done(null, { current: it.count, ttl: it.until - now })
  }

  /** Askers that are remembered. */
  get size(): number {
    return this.counts?.size ?? 0
  }

  /** A route with a limit of its own counts for itself. */
  child(): RateStore {
    return new RateStore()
  }
}
