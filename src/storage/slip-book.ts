import { collect, type Collected, slipKey, slipMonth } from '@domain/branch/collect'
import type { Slip } from '@domain/branch/slip'
import type { KeyValue } from './key-value'

const PREFIX = 'slips/'
/** A year and a bit. Counted in months that have slips, so that no clock can throw any away. */
const KEPT_MONTHS = 15

/** The slips that a secretary has collected, a record for each month: a key takes 200 kB, a branch's year is more. */
export class SlipBook {
  constructor(private readonly kv: KeyValue) {}

  /** Every slip that is kept; months beyond the last fifteen with slips go. */
  async all(): Promise<Slip[]> {
    const names = await this.kv.keys(PREFIX)
    const old = names.slice(0, -KEPT_MONTHS)
    if (old.length > 0) await this.kv.update([], () => new Map(old.map(name => [name, undefined])))
    const kept = names.slice(-KEPT_MONTHS)
    const values = await this.kv.read(kept)
    return kept.flatMap(name => slipsIn(values.get(name)))
  }

  /** Takes one slip in. `expected` is what the secretary collects now. @throws StorageFullError */
  async take(slip: Slip, expected: { week: string; branch?: string }): Promise<Collected> {
    const key = keyOf(slip)
    let outcome!: Collected
    await this.kv.update([key], values => {
      outcome = collect(slipsIn(values.get(key)), slip, expected)
      return new Map([[key, outcome.slips]])
    })
    return outcome
  }

  /** Takes one slip out again. */
  async remove(slip: Slip): Promise<void> {
    const key = keyOf(slip)
    await this.kv.update([key], values => {
      const left = slipsIn(values.get(key)).filter(it => slipKey(it) !== slipKey(slip))
      return new Map([[key, left.length > 0 ? left : undefined]])
    })
  }
}

const keyOf = (slip: Slip) => PREFIX + slipMonth(slip.week)
const slipsIn = (value: unknown) => (value as Slip[] | undefined) ?? []
