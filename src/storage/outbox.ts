import type { MemberEvent } from '@domain/progress/events'
import type { Rejected, Settled } from '@domain/sync/outbox'
import { SEGMENT_BYTES } from './buckets'
import type { KeyValue } from './key-value'
import { hasShape } from './shape'

/** For whom acts are being collected; absent until a member has bound this phone and chosen. */
const ACTIVE = 'outbox/active'
/** Refused events that are kept to be shown. */
const REJECTED_KEPT = 100

/** What is known of one member's uploads from this phone. */
export interface OutboxState {
  /** The member's records at the service belong on this phone. */
  join?: boolean
  /** When what the service knows was last joined into this phone's records, milliseconds. */
  joinedAt?: number
  /** When the last upload was answered, milliseconds. */
  sentAt?: number
  /** The service has found this phone's clock wrong. */
  clockOff?: boolean
}

/** A place for the next events, found before an update and checked within it. */
export interface Slot {
  owner: string
  key: string
}

/**
 * Acts that wait to be uploaded, beside the member log and written in the same update. Each member who has bound this
 * phone has an outbox of their own, so a phone that changes hands neither loses acts nor sends them in a wrong name.
 */
export class Outbox {
  constructor(private readonly kv: KeyValue) {}

  /** The member whose acts are collected now. */
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

  /** From now on acts are collected for `owner`; `log` names segments of the member log to begin with, `wanted` what of them. */
  async begin(owner: string, log: string[], wanted: (event: MemberEvent) => boolean): Promise<void> {
    const next = nextNumber(await this.segments(owner))
    await this.kv.update([...log, stateKey(owner)], values => {
      const writes = new Map<string, unknown>([
        [ACTIVE, { owner }],
        [stateKey(owner), sound(stateKey(owner), values) ?? {}],
      ])
      log
        .map(key => eventsIn(key, values).filter(wanted))
        .filter(events => events.length > 0)
        .forEach((events, i) => writes.set(segmentKey(owner, next + i), events))
      return writes
    })
  }

  /** From now on acts are collected for `owner` again. */
  async resume(owner: string): Promise<void> {
    await this.kv.update([], () => new Map([[ACTIVE, { owner }]]))
  }

  /** Where the next events go; undefined while nothing is collected. */
  async slot(): Promise<Slot | undefined> {
    const owner = await this.active()
    if (owner === undefined) return undefined
    const names = await this.segments(owner)
    const last = names[names.length - 1]
    if (!last) return { owner, key: segmentKey(owner, 0) }
    const full = JSON.stringify((await this.kv.read([last])).get(last) ?? []).length > SEGMENT_BYTES
    return { owner, key: full ? segmentKey(owner, nextNumber(names)) : last }
  }

  /** Keys that an update must read for {@link add}. */
  static keysFor(slot: Slot | undefined): string[] {
    return slot ? [ACTIVE, slot.key] : [ACTIVE]
  }

  /** What an update writes to collect `events`; undefined when the member has changed since the slot was found. */
  static add(slot: Slot | undefined, events: readonly MemberEvent[], values: Map<string, unknown>) {
    if (ownerOf(values) !== slot?.owner) return undefined
    return slot ? new Map([[slot.key, [...eventsIn(slot.key, values), ...events]]]) : new Map<string, unknown>()
  }

  /** Names of the segments that hold what waits, oldest first. */
  async segments(owner: string): Promise<string[]> {
    return this.kv.keys(`outbox/${owner}/events/`)
  }

  /** Everything that waits, oldest first. */
  async waiting(owner: string): Promise<MemberEvent[]> {
    const names = await this.segments(owner)
    const values = await this.kv.read(names)
    return names.flatMap(name => eventsIn(name, values))
  }

  /** What the service has refused, newest last. */
  async rejected(owner: string): Promise<Rejected[]> {
    const key = rejectedKey(owner)
    return sound<Rejected[]>(key, await this.kv.read([key])) ?? []
  }

  /** Takes out what was answered and keeps what was refused, in one update. */
  async settle(
    owner: string,
    { answered, rejected }: Settled,
    sent: Pick<OutboxState, 'sentAt' | 'clockOff'>,
  ): Promise<void> {
    const names = await this.segments(owner)
    const [kept, state] = [rejectedKey(owner), stateKey(owner)]
    await this.kv.update([...names, kept, state], values => {
      const writes = changed(owner, sent, values)
      // Dropped while the answer was on its way.
      if (writes.size === 0) return writes
      for (const name of names) {
        const events = eventsIn(name, values)
        const left = events.filter(event => !answered.has(event.id))
        if (left.length < events.length) writes.set(name, left.length > 0 ? left : undefined)
      }
      if (rejected.length > 0) {
        const before = sound<Rejected[]>(kept, values) ?? []
        writes.set(kept, [...before, ...rejected].slice(-REJECTED_KEPT))
      }
      return writes
    })
  }

  /** The member has seen what was refused. */
  async dismissRejected(owner: string): Promise<void> {
    await this.kv.update([], () => new Map([[rejectedKey(owner), undefined]]))
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

/** The events of one segment; one of a wrong shape counts as empty. */
export function eventsIn(key: string, values: Map<string, unknown>): MemberEvent[] {
  return sound<MemberEvent[]>(key, values) ?? []
}

/** A value of the shape its key promises; one of another shape counts as none. */
function sound<T>(key: string, values: Map<string, unknown>): T | undefined {
  const value = values.get(key)
  return value !== undefined && hasShape(key, value) ? (value as T) : undefined
}

/** A damaged record names nobody: nothing is collected until the next login, and what waits stays. */
const ownerOf = (values: Map<string, unknown>) => sound<{ owner: string }>(ACTIVE, values)?.owner
const stateKey = (owner: string) => `outbox/${owner}/state`
const rejectedKey = (owner: string) => `outbox/${owner}/rejected`
const segmentKey = (owner: string, n: number) => `outbox/${owner}/events/${String(n).padStart(6, '0')}`

/** What changes a member's state; nothing where there is none. */
function changed(owner: string, change: OutboxState, values: Map<string, unknown>): Map<string, unknown> {
  const key = stateKey(owner)
  if (values.get(key) === undefined) return new Map()
  return new Map([[key, { ...sound<OutboxState>(key, values), ...change }]])
}

function nextNumber(segments: string[]): number {
  const last = segments[segments.length - 1]
  return last ? Number(last.slice(-6)) + 1 : 0
}
