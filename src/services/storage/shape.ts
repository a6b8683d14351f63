import type { ProgressState } from '@domain/progress/state'

type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const everyOf =
  (check: Check): Check =>
  value =>
    isObject(value) && Object.values(value).every(check)

const numbers =
  (...names: string[]): Check =>
  value =>
    isObject(value) && names.every(name => typeof value[name] === 'number' && Number.isFinite(value[name]))

const isEvents: Check = value => Array.isArray(value) && value.every(it => isObject(it) && typeof it.id === 'string')

/** What each kind of key must look like to be trusted; anything else is set aside as corrupted. */
const SHAPES: { prefix: string; check: Check }[] = [
  { prefix: 'items/', check: everyOf(numbers('firstAt', 'lastAt', 'seconds', 'reached')) },
  {
    prefix: 'days/',
    check: everyOf(
      value =>
        numbers('read_seconds', 'listen_seconds', 'watch_seconds', 'answers', 'correct_answers')(value) &&
        Array.isArray((value as { items: unknown }).items),
    ),
  },
  { prefix: 'cards/', check: everyOf(isObject) },
  { prefix: 'log/', check: isEvents },
  { prefix: 'totals', check: value => isObject(value) && isObject(value.tally) && isObject(value.sets) },
]

/** Whether a stored value has the shape its key promises. Keys without a rule are taken as they are. */
export function hasShape(key: string, value: unknown): boolean {
  if (/^outbox\/.*\/events\//.test(key)) return isEvents(value)
  const rule = SHAPES.find(it => key.startsWith(it.prefix))
  return !rule || rule.check(value)
}

/** The parts of the progress that are neither an item nor a day. */
export type Totals = Pick<ProgressState, 'sets' | 'tally' | 'bests' | 'favourites' | 'recent' | 'horizon'>
