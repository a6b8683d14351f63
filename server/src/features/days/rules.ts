import type { ShelfId } from '../../../../domain/catalog/types'
import { ANSWERED_A_DAY, DAYS_BACK, DEVICES, FINISHED_A_DAY } from '../../../../domain/contract/day-limits'
import type { DayAnswer, DayRecord } from '../../../../domain/contract/days'
import { type Day, addDays } from '../../../../domain/time/day'
import { remembered } from '../../../../domain/time/remembered'

/** What one device has told of a day. */
export type Told = Omit<DayRecord, 'day' | 'device'>
/** By the device's id. */
export type Devices = Record<string, Told>

/** The first day that still counts on `today` (the service's). */
export const firstDay = remembered((today: Day): Day => addDays(today, -DAYS_BACK))

/** Why a day is not held, by the service's clock; undefined when it counts. */
function refusalOf(day: Day, today: Day): 'ahead' | 'old' | undefined {
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
 * changes nothing and gets `devices` back as they are.
 */
export function withWord(devices: Devices, device: string, { studied, finished, answered }: Told): Devices {
  const before = devices[device]
  const known = before ?? { studied: false, finished: [], answered: {} }
  const told: Told = {
    studied: known.studied || studied,
    finished: ids(known.finished, finished),
    answered: join(known.answered, answered, Math.max),
  }
  return before && isAsFull(before, told) ? devices : { ...devices, [device]: told }
}

/** Whether a day that has grown is no fuller than it was. */
const isAsFull = (before: Told, after: Told) =>
  before.studied === after.studied &&
  before.finished.length === after.finished.length &&
  (Object.keys(after.answered) as ShelfId[]).every(it => before.answered[it] === after.answered[it])

/** Whether a day, over all devices, holds more than a day may: no person finishes so much. */
const isFull = ({ finished }: Told): boolean => finished.length > FINISHED_A_DAY

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

/** What is held of a day that may still change. */
export interface Held {
  devices: Devices
  studied: boolean
}
/** A day that is to be held otherwise than it is; `before` is undefined when nothing is held of it. */
export interface Change extends Told {
  day: Day
  devices: Devices
  before: Held | undefined
}

/** What becomes of each record, in their order, and the days that are no longer as they were. Ids that are not known are named and left out. */
export function judge(
  records: readonly DayRecord[],
  held: ReadonlyMap<Day, Held>,
  isKnown: (id: string) => boolean,
  today: Day,
): { answers: DayAnswer[]; changes: Change[] } {
  const devices = new Set<string>()
  for (const it of held.values()) for (const device of Object.keys(it.devices)) devices.add(device)
  const changed = new Map<Day, Change>()
  const answers = records.map(({ day, device, ...told }): DayAnswer => {
    const reason = refusalOf(day, today) ?? (devices.has(device) || devices.size < DEVICES ? undefined : 'devices')
    if (reason) return { taken: false, reason }
    const unknown = told.finished.filter(id => !isKnown(id))
    const finished = told.finished.filter(isKnown)
    const before = held.get(day)
    const known = changed.get(day) ?? before
    const after = withWord(known?.devices ?? {}, device, { ...told, finished })
    if (after !== known?.devices) {
      const whole = merged(after)
      if (isFull(whole)) return { taken: false, reason: 'full' }
      devices.add(device)
      changed.set(day, { day, devices: after, before, ...whole })
    }
    return { taken: true, ...(unknown.length > 0 && { unknown }) }
  })
  return { answers, changes: [...changed.values()] }
}

/** Whether the day is studied now and was not: only that is in any sum. */
export const isNewlyStudied = ({ studied, before }: Change): boolean => studied && !before?.studied
