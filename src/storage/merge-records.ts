import type { Slip } from '@domain/branch/slip'
import { slipKey } from '@domain/branch/collect'
import type { MemberEvent } from '@domain/progress/events'
import { mergePasts, type Past, unknownActs } from '@domain/progress/merge'
import type { PaperRecord } from '@domain/quiz/paper-record'
import { addDays, shanghaiDay } from '@domain/time/day'
import { logKey } from './buckets'
import { type Device, DEVICE, deviceIn, deviceOf, takeOver } from './device'
import { assemble, LOG_DAYS, takeApart } from './member-log'

type Values = Map<string, unknown>
const SUMMARIES = /^(items\/|days\/|cards\/|totals$)/
const LOG = /^log\/(.+)\/(\d{3})$/

/** What stands together after another phone's records have come: the writes for this phone's store. */
interface Joining {
  mine: Values
  theirs: Values
  /** When `theirs` were written, milliseconds. */
  writtenAt: number
  now: number
  /** A new device id, for a phone without one. */
  fresh: string
}

/**
 * Joins another phone's records (of this schema) into this one's: acts are known by their id, summaries follow from them
 * (domain/progress/merge), of the rest the later word holds. Nothing that is here goes, and joining again changes nothing.
 */
export function mergeRecords({ mine, theirs, writtenAt, now, fresh }: Joining): Values {
  const from = deviceIn(theirs)
  const own = takeOver(deviceIn(mine), from, writtenAt, fresh)
  const [here, there] = [pastOf(mine, now), pastOf(theirs, writtenAt)]
  const names = [...new Set([...mine.keys(), ...theirs.keys()])]
  const writes: Values = new Map(
    takeApart(
      mergePasts(here, there),
      names.filter(name => SUMMARIES.test(name)),
    ),
  )
  for (const [key, value] of mergeLogs(mine, theirs, unknownActs(here, there.log), from, own.id)) writes.set(key, value)
  for (const [key, value] of theirs) {
    if (SUMMARIES.test(key) || LOG.test(key) || key === DEVICE || key === 'meta') continue
    writes.set(key, mine.has(key) ? together(key, mine.get(key), value) : value)
  }
  return writes.set(DEVICE, own)
}

function pastOf(values: Values, at: number): Past {
  const log = [...values].flatMap(([key, value]) =>
    LOG.test(key) && Array.isArray(value) ? (value as MemberEvent[]) : [],
  )
  return { ...assemble(values, () => undefined), log, since: addDays(shanghaiDay(at), -LOG_DAYS) }
}

/** Segments after this phone's own for the `unknown` acts, marked with the phone on which they were done. */
function mergeLogs(
  mine: Values,
  theirs: Values,
  unknown: readonly MemberEvent[],
  from: Device | undefined,
  own: string,
): Values {
  const writes: Values = new Map()
  const fresh = new Set(unknown.map(it => it.id))
  const next = new Map<string, number>()
  for (const key of mine.keys()) {
    const [, day, segment] = LOG.exec(key) ?? []
    if (day) next.set(day, Math.max(next.get(day) ?? 0, Number(segment) + 1))
  }
  for (const [key, value] of [...theirs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const day = LOG.exec(key)?.[1]
    if (!day) continue
    const events = (value as MemberEvent[]).filter(it => fresh.has(it.id)).map(it => marked(it, from, own))
    if (events.length === 0) continue
    const segment = next.get(day) ?? 0
    next.set(day, segment + 1)
    writes.set(logKey(day, segment), events)
  }
  return writes
}

function marked(event: MemberEvent, from: Device | undefined, own: string): MemberEvent {
  const { device: _was, ...act } = event
  const device = from ? deviceOf(from, event) : event.device
  return (device === undefined || device === own ? act : { ...act, device }) as MemberEvent
}

type Dated = { at: number }
type Of<T> = Record<string, T>
const later = <T extends Dated>(x: T, y: T): T => (y.at > x.at ? y : x)

/** One record that both phones have. */
function together(key: string, mine: unknown, theirs: unknown): unknown {
  if (key.startsWith('notes/')) return each<Dated>(mine, theirs, later)
  if (key.startsWith('slips/')) {
    return unique([...(mine as Slip[]), ...(theirs as Slip[])], slipKey, (x, y) => (y.madeAt > x.madeAt ? y : x))
  }
  switch (key) {
    case 'places':
      return each<Dated>(mine, theirs, later)
    case 'courses':
      return each<number>(mine, theirs, Math.min)
    case 'which-first':
      return each<unknown[]>(mine, theirs, (x, y) => (y.length > x.length ? y : x))
    case 'reports':
      return unique([...(theirs as object[]), ...(mine as object[])], it => JSON.stringify(it))
    case 'friends':
      return unique(
        [...(mine as FriendCode[]), ...(theirs as FriendCode[])],
        it => it.code,
        (x, y) => ({ ...y, ...x }),
      )
    case 'papers':
      return unique([...(mine as PaperRecord[]), ...(theirs as PaperRecord[])], it => it.id).sort((x, y) => y.at - x.at)
    case 'searches':
      return [...new Set([...(mine as string[]), ...(theirs as string[])])]
    case 'run/places':
      return { ...(theirs as object), ...(mine as object) }
    default:
      // One walk, one name, one open quiz: what is on this phone goes on.
      return mine
  }
}
interface FriendCode extends Dated {
  code: string
}

function each<T>(mine: unknown, theirs: unknown, of: (x: T, y: T) => T): Of<T> {
  const out = { ...(mine as Of<T>) }
  for (const [name, y] of Object.entries(theirs as Of<T>)) out[name] = name in out ? of(out[name]!, y) : y
  return out
}

function unique<T>(all: readonly T[], nameOf: (it: T) => string, of: (x: T, y: T) => T = x => x): T[] {
  const out = new Map<string, T>()
  for (const it of all) {
    const known = out.get(nameOf(it))
    out.set(nameOf(it), known === undefined ? it : of(known, it))
  }
  return [...out.values()]
}
