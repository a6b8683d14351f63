/** Askers remembered at the same time; beyond, those whose minute is over are forgotten. */
const LIMIT = 50_000

/**
 * Counts of @fastify/rate-limit by a clock that only goes forward: with the system's, set back an hour, whoever was refused
 * would stay so for that hour.
 */
export class RateStore {
  private readonly counts = new Map<string, { count: number; until: number }>()

  incr(
    key: string,
    done: (error: Error | null, result: { current: number; ttl: number }) => void,
    timeWindow: number,
  ): void {
    const now = performance.now()
    let it = this.counts.get(key)
    if (!it || it.until <= now) {
      if (this.counts.size >= LIMIT) this.sweep(now)
      this.counts.set(key, (it = { count: 0, until: now + timeWindow }))
    }
    it.count += 1
    done(null, { current: it.count, ttl: it.until - now })
  }

  /** A route with a limit of its own counts for itself. */
  child(): RateStore {
    return new RateStore()
  }

  private sweep(now: number): void {
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key)
    if (this.counts.size >= LIMIT) this.counts.clear()
  }
}
