import type { MemberEvent } from '@domain/progress/events'
import { uuidMillis } from '@domain/time/uuid'
import { hasShape } from './shape'

/** Where the phone keeps what it is called in day records. It goes into an exported file, and names nobody. */
export const DEVICE = 'device'

/** Acts that came from another phone with a file keep that phone's name: they are its day records, not more of ours. */
export interface Device {
  id: string
  /** Acts made up to then (milliseconds, by their id) are of that device; ascending. */
  carried: { device: string; until: number }[]
}

/** The phone's name among `values`; undefined while it has none. */
export function deviceIn(values: Map<string, unknown>): Device | undefined {
  const value = values.get(DEVICE)
  return value !== undefined && hasShape(DEVICE, value) ? (value as Device) : undefined
}

/** Which device an act was done on. */
export function deviceOf({ id, carried }: Device, event: MemberEvent): string {
  const at = uuidMillis(event.id)
  return carried.find(it => at <= it.until)?.device ?? id
}

/** This phone after it has taken over a file of `from`, exported at `at`: it goes on under its own name. */
export function carry(own: Device | undefined, from: Device | undefined, at: number, fresh: string): Device {
  const carried = from ? [...from.carried, { device: from.id, until: at }] : []
  return { id: own?.id ?? fresh, carried: carried.sort((a, b) => a.until - b.until) }
}
