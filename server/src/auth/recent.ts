/**
 * What was put here within the last `ms` milliseconds, and nothing older than twice that: two maps that take turns, so that
 * forgetting costs nothing. Of more than `limit` new keys the older half goes early. `now` may be set back: then all goes.
 */
export class Recent<V> {
  private young = new Map<string, V>()
  private old = new Map<string, V>()
  private turned: number
  constructor(
    private readonly ms: number,
    private readonly limit: number,
    private readonly now: () => number,
  ) {
    this.turned = now()
  }

  get(key: string): V | undefined {
    this.turn()
    return this.young.get(key) ?? this.old.get(key)
  }

  set(key: string, value: V): void {
    this.turn()
    this.old.delete(key)
    this.young.set(key, value)
    if (this.young.size >= this.limit) this.begin()
  }

  delete(key: string): void {
    this.young.delete(key)
    this.old.delete(key)
  }

  get size(): number {
    return this.young.size + this.old.size
  }

  private turn(): void {
    const age = this.now() - this.turned
    if (age >= 0 && age < this.ms) return
    this.begin()
    // Longer ago than both, or from a time to come.
    if (age < 0 || age >= 2 * this.ms) this.old = new Map()
  }

  private begin(): void {
    this.old = this.young
    this.young = new Map()
    this.turned = this.now()
  }
}
