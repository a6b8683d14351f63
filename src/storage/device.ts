import type { MemberEvent } from '@domain/progress/events'
import { uuidMillis } from '@domain/time/uuid'
import { hasShape } from './shape'

/** Where the phone keeps what it is called in day records. It goes into an exported file, and names nobody. */
export const DEVICE = 'device'

/** Acts that came from another phone keep that phone's name: they are its day records, not more of ours. */
export interface Device {
  id: string
  /**
   * Phones whose records have come here, with when these were written (milliseconds). Before acts said themselves whose
   * they are, all acts made up to then (by their id) were that device's; ascending.
   */
  carried: { device: string; until: number; said?: true }[]
}

/** The phone's name among `values`; undefined while it has none. */
export function deviceIn(values: Map<string, unknown>): Device | undefined {
  const value = values.get(DEVICE)
  return value !== undefined && hasShape(DEVICE, value) ? (value as Device) : undefined
}

/** Which device an act was done on. */
export function deviceOf({ id, carried }: Device, event: MemberEvent): string {
  if (event.device !== undefined) return event.device
  const at = uuidMillis(event.id)
  return carried.find(it => !it.said && at <= it.until)?.device ?? id
}

/** This phone after it has taken over the records of `from`, written at `at`: it goes on under its own name. */
export function takeOver(own: Device | undefined, from: Device | undefined, at: number, fresh: string): Device {
  const id = own?.id ?? fresh
  const known = own?.carried ?? []
  const came = from ? [...from.carried, { device: from.id, until: at }] : []
  const others = came.filter(it => it.device !== id)
  // A phone whose old acts are told apart by their time stays so; of the others the latest time is kept.
  const rest = others.filter(
    it => !known.some(mine => mine.device === it.device && (!mine.said || mine.until >= it.until)),
  )
  const kept = known.filter(mine => !rest.some(it => it.device === mine.device))
  const said = rest.map(({ device, until }) => ({ device, until, said: true as const }))
  return { id, carried: [...kept, ...said].sort((a, b) => a.until - b.until) }
}
