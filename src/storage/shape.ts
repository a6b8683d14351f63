import { SHELVES } from '@domain/catalog/shelves'
import type { ProgressState } from '@domain/progress/state'
import { isDay } from '@domain/time/day'
import { SESSION_KEY } from './session-key'

type Check = (value: unknown) => boolean

/** Start of the year 3000, milliseconds: later times are no times. */
const LATEST = 32_503_680_000_000

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const within =
  (least: number, most: number): Check =>
  value =>
    typeof value === 'number' && value >= least && value <= most
const count = within(0, 1e9)
const moment = within(0, LATEST)
const text: Check = value => typeof value === 'string'
const day: Check = value => typeof value === 'string' && isDay(value)
const flag: Check = value => typeof value === 'boolean'
const shelf: Check = value => (SHELVES as readonly unknown[]).indexOf(value) >= 0
const maybe =
  (check: Check): Check =>
  value =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check)
const fields =
  (checks: Record<string, Check>): Check =>
  value =>
    isObject(value) && Object.keys(checks).every(name => checks[name]!(value[name]))
/** A record by names; `own` is the field that repeats the name. */
const recordOf =
  (check: Check, name: Check = text, own?: string): Check =>
  value =>
    isObject(value) &&
    Object.keys(value).every(
      key => name(key) && check(value[key]) && (!own || (value[key] as Record<string, unknown>)[own] === key),
    )

const stretch: Check = value => Array.isArray(value) && value.length === 2 && value.every(count)

const item = fields({
  item: text,
  firstAt: moment,
  lastAt: moment,
  seconds: count,
  reached: count,
  position: maybe(fields({ second: count, at: moment })),
  covered: maybe(listOf(stretch)),
  finishedAt: maybe(moment),
  finishedDay: maybe(day),
})

const counters = fields({
  day,
  read_seconds: count,
  listen_seconds: count,
  watch_seconds: count,
  new_articles: count,
  new_episodes: count,
  answers: count,
  correct_answers: count,
  new_sets: count,
  reviews: count,
  items: listOf(text),
})

const card = fields({
  q: text,
  hash: text,
  shelf,
  due: day,
  last: day,
  // Beyond these ts-fsrs throws.
  s: within(0.001, 36_500),
  d: within(1, 10),
  reps: count,
  lapses: count,
  state: value => value === 1 || value === 2 || value === 3,
  rights: listOf(day),
  left: maybe(day),
})

const totals = fields({
  sets: recordOf(fields({ at: moment, day })),
  tally: recordOf(fields({ answered: count, correct: count }), shelf),
  bests: maybe(recordOf(count)),
  favourites: maybe(recordOf(fields({ on: flag, at: moment }))),
  recent: maybe(recordOf(listOf(text), day)),
  horizon: maybe(moment),
})

const slip = fields({
  name: text,
  branch: text,
  week: day,
  goal: count,
  studyDays: count,
  items: count,
  minutes: count,
  answers: count,
  correct: count,
  madeAt: moment,
  tag: count,
})
const event = fields({ id: text, at: moment, day, kind: text })

/** What each kind of key must look like to be trusted; anything else is set aside as corrupted. */
const SHAPES: { prefix: string; end?: string; check: Check }[] = [
  { prefix: 'items/', check: recordOf(item, text, 'item') },
  { prefix: 'days/', check: recordOf(counters, day, 'day') },
  { prefix: 'cards/', check: recordOf(card, text, 'q') },
  { prefix: 'log/', check: listOf(event) },
  { prefix: 'outbox/active', check: fields({ owner: text }) },
  {
    prefix: 'outbox/',
    end: '/state',
    check: fields({ join: maybe(flag), joinedAt: maybe(moment), sentAt: maybe(moment) }),
  },
  { prefix: 'outbox/', end: '/rejected', check: listOf(fields({ event, reason: text })) },
  { prefix: 'outbox/', check: listOf(event) },
  {
    prefix: SESSION_KEY,
    check: fields({
      access: text,
      refresh: text,
      me: fields({
        name: text,
        branch: text,
        branchName: text,
        goal: count,
        roles: listOf(fields({ role: text, org: text })),
      }),
    }),
  },
  { prefix: 'branch/assignments', check: fields({ branch: text, name: text, list: listOf(isObject) }) },
  { prefix: 'binding/asked', check: fields({ name: text, at: moment }) },
  { prefix: 'totals', check: totals },
  { prefix: 'notes', check: recordOf(fields({ id: text, item: text, words: text, at: moment, quote: isObject })) },
  { prefix: 'places', check: recordOf(fields({ quote: text, at: moment })) },
  { prefix: 'reports', check: listOf(fields({ about: text, words: text, note: text, day })) },
  { prefix: 'friends', check: listOf(fields({ code: text, at: moment })) },
  { prefix: 'searches', check: listOf(text) },
  { prefix: 'slips/', check: listOf(slip) },
  { prefix: 'slip/who', check: fields({ name: text, branch: text, tag: count }) },
  { prefix: 'run/places', check: recordOf(text) },
  {
    prefix: 'run/current',
    check: fields({
      v: count,
      seed: text,
      mode: text,
      at: count,
      slots: listOf(fields({ question: text, hash: text })),
    }),
  },
]

/** Whether a stored value has the shape its key promises. Keys without a rule are taken as they are. */
export function hasShape(key: string, value: unknown): boolean {
  const rule = SHAPES.find(it => key.startsWith(it.prefix) && key.endsWith(it.end ?? ''))
  return !rule || rule.check(value)
}

/** The parts of the progress that are neither an item nor a day. */
export type Totals = Pick<ProgressState, 'sets' | 'tally' | 'bests' | 'favourites' | 'recent' | 'horizon'>
