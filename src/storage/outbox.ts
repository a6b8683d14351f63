import { DAYS_BACK } from '@domain/contract/day-limits'
import type { DayAnswer } from '@domain/contract/days'
import type { MemberEvent } from '@domain/progress/events'
import { type DaySoFar, addAct, dayState, emptyDaySoFar } from '@domain/sync/day-record'
import { type Day, addDays } from '@domain/time/day'
import { DEVICE, type Device, deviceIn, deviceOf } from './device'
import type { KeyValue } from './key-value'
import { hasShape } from './shape'

/** For whom days are collected; absent until a member has bound this phone and chosen. */
const ACTIVE = 'outbox/active'
/** A day that nothing is to be done about any more is kept so long, to be shown. */
const KEPT_DAYS = 30

/** What is known of one member's uploads from this phone. */
export interface OutboxState {
  /** What the service holds of other phones belongs on this one. */
  join?: boolean
  /** When the service's days were last joined into this phone's records, milliseconds. */
  joinedAt?: number
  /** When the last upload was answered, milliseconds. */
  sentAt?: number
}

type Days = Record<string, DaySoFar>

/**
 * The days of a member as far as they were lived on this phone, beside the member log and written in the same update. Each
 * member who has bound this phone has an outbox of their own, so a phone that changes hands neither loses a day nor sends
 * it in a wrong name.
 */
export class Outbox {
  constructor(private readonly kv: KeyValue) {}

  /** The member whose days are collected now. */
  async active(): Promise<string | undefined> {
    return ownerOf(await this.kv.read([ACTIVE]))
  }

  /** Every member this phone has collected for. */
  async owners(): Promise<string[]> {
    const names = (await this.kv.keys('outbox/')).filter(key => key.endsWith('/state'))
    return names.map(key => key.slice('outbox/'.length, -'/state'.length))
  }

  async state(owner: string): Promise<OutboxState | undefined> {
    const key = stateKey(owner)
    return sound<OutboxState>(key, await this.kv.read([key]))
  }

  /** Of a member for whom it was begun; after {@link drop} it does nothing. */
  async setState(owner: string, change: OutboxState): Promise<void> {
    await this.kv.update([stateKey(owner)], values => changed(owner, change, values))
  }

  /**
   * From now on days are collected for `owner`, beginning with the acts of the log (its segments' names) that `wanted`
   * takes. @param fresh a new device id, for a phone without one
   */
  async begin(owner: string, log: string[], wanted: (event: MemberEvent) => boolean, fresh: string): Promise<void> {
    await this.kv.update([...log, DEVICE, stateKey(owner), daysKey(owner)], values => {
      const device = deviceIn(values) ?? { id: fresh, carried: [] }
      const events = log.flatMap(key => sound<MemberEvent[]>(key, values) ?? []).filter(wanted)
      return new Map<string, unknown>([
        [ACTIVE, { owner }],
        [DEVICE, device],
        [stateKey(owner), sound(stateKey(owner), values) ?? {}],
        [daysKey(owner), { ...withActs({}, events, device), ...daysIn(owner, values) }],
      ])
    })
  }

  /** Collects what has come into the log from another phone, as far as it still counts, for whoever is active. */
  async collectCarried(log: string[], today: Day): Promise<void> {
    const owner = await this.active()
    if (owner === undefined) return
    await this.kv.update([...log, DEVICE, daysKey(owner)], values => {
      const device = deviceIn(values)
      if (!device) return new Map()
      const events = log.flatMap(key => sound<MemberEvent[]>(key, values) ?? [])
      const counts = (event: MemberEvent) => event.day >= addDays(today, -DAYS_BACK)
      const carried = events.filter(event => counts(event) && deviceOf(device, event) !== device.id)
      return new Map([[daysKey(owner), { ...daysIn(owner, values), ...withActs({}, carried, device) }]])
    })
  }

  /** From now on days are collected for `owner` again. @param fresh a new device id, for a phone that has lost its own */
  async resume(owner: string, fresh: string): Promise<void> {
    await this.kv.update(
      [DEVICE],
      values =>
        new Map<string, unknown>([
          [ACTIVE, { owner }],
          [DEVICE, deviceIn(values) ?? { id: fresh, carried: [] }],
        ]),
    )
  }

  /** Keys that an update must read for {@link add}. */
  static keysFor(owner: string | undefined): string[] {
    return owner === undefined ? [ACTIVE] : [ACTIVE, DEVICE, daysKey(owner)]
  }

  /** What an update writes to count `events` in; undefined when the member has changed since `owner` was read. */
  static add(owner: string | undefined, events: readonly MemberEvent[], values: Map<string, unknown>) {
    if (ownerOf(values) !== owner) return undefined
    const device = deviceIn(values)
    if (owner === undefined || !device) return new Map<string, unknown>()
    return new Map<string, unknown>([[daysKey(owner), withActs(daysIn(owner, values), events, device)]])
  }

  /** All days that are kept, oldest first. */
  async days(owner: string): Promise<DaySoFar[]> {
    const days = daysIn(owner, await this.kv.read([daysKey(owner)]))
    return Object.keys(days)
      .sort()
      .map(key => days[key]!)
  }

  /**
   * Takes note of the service's answers to `sent`, in their order: a day that was held as it was sent waits no more, one
   * that has gone on since still does. A refused day is left for the next try, but one that is too old will be shown.
   */
  async settle(owner: string, sent: readonly DaySoFar[], answers: readonly DayAnswer[], now: { at: number; day: Day }) {
    await this.kv.update([stateKey(owner), daysKey(owner)], values => {
      const writes = changed(owner, { sentAt: now.at }, values)
      // Dropped while the answer was on its way.
      if (writes.size === 0) return writes
      const days = { ...daysIn(owner, values) }
      sent.forEach((it, i) => {
        const known = days[keyOf(it)]
        const answer = answers[i]
        if (!known || !answer?.taken) return
        days[keyOf(it)] = { ...known, sent: it.acts, ...(answer.unknown?.length && { unknown: answer.unknown }) }
      })
      for (const [key, it] of Object.entries(days)) {
        if (it.day < addDays(now.day, -KEPT_DAYS)) delete days[key]
        else if (dayState(it, now.day) === 'sent' && it.day < addDays(now.day, -KEPT_DAYS / 2)) delete days[key]
      }
      return writes.set(daysKey(owner), days)
    })
  }

  /** Nothing of this member is collected any more, and what waits goes: consent was withdrawn. */
  async drop(owner: string): Promise<void> {
    // First, so that no act comes to wait between the looking and the dropping.
    await this.kv.update(
      [ACTIVE],
      values => new Map<string, unknown>(ownerOf(values) === owner ? [[ACTIVE, undefined]] : []),
    )
    const names = await this.kv.keys(`outbox/${owner}/`)
    await this.kv.update([], () => new Map<string, unknown>(names.map(name => [name, undefined])))
  }
}

function withActs(known: Days, events: readonly MemberEvent[], device: Device): Days {
  const days = { ...known }
  for (const event of events) {
    const it = emptyDaySoFar(event.day, deviceOf(device, event))
    days[keyOf(it)] = addAct(days[keyOf(it)] ?? it, event)
  }
  return days
}

/** A value of the shape its key promises; one of another shape counts as none. */
function sound<T>(key: string, values: Map<string, unknown>): T | undefined {
  const value = values.get(key)
  return value !== undefined && hasShape(key, value) ? (value as T) : undefined
}

/** A damaged record names nobody: nothing is collected until the next login, and what waits stays. */
const ownerOf = (values: Map<string, unknown>) => sound<{ owner: string }>(ACTIVE, values)?.owner
const stateKey = (owner: string) => `outbox/${owner}/state`
const daysKey = (owner: string) => `outbox/${owner}/days`
const keyOf = ({ day, device }: Pick<DaySoFar, 'day' | 'device'>) => `${day} ${device}`
const daysIn = (owner: string, values: Map<string, unknown>) => sound<Days>(daysKey(owner), values) ?? {}

/** What changes a member's state; nothing where there is none. */
function changed(owner: string, change: OutboxState, values: Map<string, unknown>): Map<string, unknown> {
  const key = stateKey(owner)
  if (values.get(key) === undefined) return new Map()
  return new Map([[key, { ...sound<OutboxState>(key, values), ...change }]])
}
