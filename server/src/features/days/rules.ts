import type { ShelfId } from '../../../../domain/catalog/types'
import { ANSWERED_A_DAY, DAYS_BACK, FINISHED_A_DAY } from '../../../../domain/contract/day-limits'
import type { DayRecord } from '../../../../domain/contract/days'
import { type Day, addDays } from '../../../../domain/time/day'

/** What one device has told of a day. */
export type Told = Omit<DayRecord, 'day' | 'device'>
/** By the device's id. */
export type Devices = Record<string, Told>

/** The first day that still counts on `today` (the service's). */
export const firstDay = (today: Day): Day => addDays(today, -DAYS_BACK)

/** Why a day is not held, by the service's clock; undefined when it counts. */
export function refusalOf(day: Day, today: Day): 'ahead' | 'old' | undefined {
  if (day > today) return 'ahead'
  return day < firstDay(today) ? 'old' : undefined
}

const ids = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort()

/** Adds shelf by shelf; `of` says what two numbers make. */
function join(a: Told['answered'], b: Told['answered'], of: (x: number, y: number) => number): Told['answered'] {
  const shelves = [...new Set([...Object.keys(a), ...Object.keys(b)])] as ShelfId[]
  return Object.fromEntries(shelves.sort().map(it => [it, Math.min(ANSWERED_A_DAY, of(a[it] ?? 0, b[it] ?? 0))]))
}

/**
 * The device's day with what it tells now. A day only grows, so the fuller word holds: a request that comes twice, or late,
 * changes nothing.
 */
export function withWord(devices: Devices, device: string, { studied, finished, answered }: Told): Devices {
  const known = devices[device] ?? { studied: false, finished: [], answered: {} }
  const told: Told = {
    studied: known.studied || studied,
    finished: ids(known.finished, finished),
    answered: join(known.answered, answered, Math.max),
  }
  return { ...devices, [device]: told }
}

/** Whether the day holds more than a day may: no person finishes so much. */
export const isFull = (devices: Devices): boolean => merged(devices).finished.length > FINISHED_A_DAY

/** The day over all devices: studied on one is studied, what was finished is united, answers are added up within bounds. */
export function merged(devices: Devices): Told {
  return Object.values(devices).reduce<Told>(
    (all, it) => ({
      studied: all.studied || it.studied,
      finished: ids(all.finished, it.finished),
      answered: join(all.answered, it.answered, (x, y) => x + y),
    }),
    { studied: false, finished: [], answered: {} },
  )
}
