import * as v from 'valibot'
import { SHELVES } from '@domain/catalog/shelves'
import type { ProgressState } from '@domain/progress/state'
import { isDay } from '@domain/time/day'
import { ENDED_KEY, SESSION_KEY, TAKING } from './session-key'

/** Start of the year 3000, milliseconds: later times are no times. */
const LATEST = 32_503_680_000_000

// valibot takes a list for an object and leaves names like `constructor` out of a record: neither is a stored record.
const INHERITED = ['__proto__', 'prototype', 'constructor']
/** A record in the sense of JSON. */
export const object = v.custom<Record<string, unknown>>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.keys(value).some(name => INHERITED.indexOf(name) >= 0),
)
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most))
const count = within(0, 1e9)
/** Milliseconds since the epoch that a calendar has. */
export const moment = within(0, LATEST)
const text = v.string()
const day = v.pipe(text, v.check(isDay))
const flag = v.boolean()
const shelf = v.picklist(SHELVES)
const fields = <Entries extends v.ObjectEntries>(entries: Entries) => v.pipe(object, v.looseObject(entries))
const recordOf = (value: v.GenericSchema, name: v.GenericSchema<string> = text) => v.pipe(object, v.record(name, value))
/** A record in which `own` of each value repeats its name. */
const namedBy = (own: string, value: v.GenericSchema, name?: v.GenericSchema<string>) =>
  v.pipe(
    recordOf(value, name),
    v.check(all => Object.keys(all).every(key => (all[key] as Record<string, unknown>)[own] === key)),
  )

const stretch = v.strictTuple([count, count])

const item = fields({
  item: text,
  firstAt: moment,
  lastAt: moment,
  seconds: count,
  reached: count,
  position: v.optional(fields({ second: count, at: moment })),
  covered: v.optional(v.array(stretch)),
  finishedAt: v.optional(moment),
  finishedDay: v.optional(day),
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
  items: v.array(text),
  elsewhere: v.optional(v.literal(true)),
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
  state: v.picklist([1, 2, 3]),
  rights: v.array(day),
  left: v.optional(day),
})

const totals = fields({
  sets: recordOf(fields({ at: moment, day, correct: v.optional(count) })),
  tally: recordOf(fields({ answered: count, correct: count }), shelf),
  bests: v.optional(recordOf(count)),
  favourites: v.optional(recordOf(fields({ on: flag, at: moment }))),
  recent: v.optional(recordOf(v.array(text), day)),
})

const slip = fields({
  name: text,
  branch: text,
  week: day,
  studyDays: count,
  items: count,
  answers: count,
  madeAt: moment,
  tag: count,
})
const event = fields({ id: text, at: moment, day, kind: text })
const daySoFar = fields({
  day,
  device: text,
  seconds: count,
  finished: v.array(text),
  answered: recordOf(count, shelf),
  acts: count,
  sent: count,
  unknown: v.optional(v.array(text)),
})

/** What each kind of key must look like to be trusted; anything else goes into quarantine as corrupted. */
const SHAPES: { prefix: string; end?: string; check: v.GenericSchema }[] = [
  { prefix: 'items/', check: namedBy('item', item) },
  { prefix: 'days/', check: namedBy('day', counters, day) },
  { prefix: 'cards/', check: namedBy('q', card) },
  { prefix: 'log/', check: v.array(event) },
  { prefix: 'outbox/active', check: fields({ owner: text }) },
  {
    prefix: 'outbox/',
    end: '/state',
    check: fields({ join: v.optional(flag), joinedAt: v.optional(moment), sentAt: v.optional(moment) }),
  },
  { prefix: 'outbox/', end: '/days', check: recordOf(daySoFar) },
  { prefix: 'device', check: fields({ id: text, carried: v.array(fields({ device: text, until: moment })) }) },
  {
    prefix: SESSION_KEY,
    check: fields({
      access: text,
      refresh: text,
      me: fields({
        name: text,
        branch: text,
        branchName: text,
        roles: v.array(fields({ role: text, org: text })),
      }),
    }),
  },
  { prefix: 'branch/invites', check: recordOf(fields({ id: text, code: text, expiresAt: text })) },
  { prefix: 'branch/assignments', check: fields({ branch: text, name: text, list: v.array(object) }) },
  { prefix: 'branch/meetings', check: fields({ branch: text, name: text, list: v.array(object) }) },
  { prefix: 'branch/contests', check: fields({ branch: text, name: text, list: v.array(object) }) },
  {
    prefix: 'branch/entries/',
    check: fields({ device: text, pending: v.optional(fields({ try: count, n: count, given: v.array(text) })) }),
  },
  {
    prefix: 'branch/contest-drafts',
    check: recordOf(fields({ title: text, rows: v.array(object), practice: v.array(text) })),
  },
  { prefix: 'branch/issuers', check: recordOf(moment) },
  {
    prefix: 'branch/records',
    check: recordOf(
      fields({
        until: text,
        edit: fields({ title: text, day, time: text, hours: count, links: v.array(text), edits: count }),
      }),
    ),
  },
  { prefix: TAKING, check: fields({ phone: text }) },
  {
    prefix: 'branch/codes',
    check: recordOf(fields({ qr: text, digits: text, until: text, endsHere: text, confirmed: v.optional(flag) })),
  },
  { prefix: 'branch/drafts', check: recordOf(fields({ at: moment, draft: object })) },
  { prefix: 'branch/forms', check: recordOf(fields({ at: moment, fields: object })) },
  { prefix: ENDED_KEY, check: fields({ words: text }) },
  { prefix: 'binding/asked', check: fields({ name: text, at: moment }) },
  { prefix: 'totals', check: totals },
  { prefix: 'notes', check: recordOf(fields({ id: text, item: text, words: text, at: moment, quote: object })) },
  { prefix: 'places', check: recordOf(fields({ quote: text, at: moment })) },
  { prefix: 'reports', check: v.array(fields({ about: text, words: text, note: text, day })) },
  { prefix: 'friends', check: v.array(fields({ code: text, at: moment })) },
  {
    prefix: 'which-first',
    check: recordOf(
      v.array(fields({ left: text, right: text, given: v.picklist(['left', 'right']), correct: flag })),
      day,
    ),
  },
  { prefix: 'courses', check: recordOf(moment) },
  { prefix: 'searches', check: v.array(text) },
  { prefix: 'slips/', check: v.array(slip) },
  { prefix: 'slip/answers', check: recordOf(recordOf(text)) },
  { prefix: 'slip/who', check: fields({ name: text, branch: text, tag: count }) },
  { prefix: 'papers/', check: v.array(fields({ question: text })) },
  {
    prefix: 'papers',
    check: v.array(fields({ id: text, at: moment, title: text, total: count, correct: count, line: within(0, 100) })),
  },
  { prefix: 'banks/', check: v.array(fields({ id: text, stem: text, type: text })) },
  { prefix: 'banks', check: v.array(fields({ id: text, name: text, count, at: moment, parts: count })) },
  { prefix: 'run/places', check: recordOf(text) },
  {
    prefix: 'run/current',
    check: fields({
      v: count,
      seed: text,
      mode: text,
      at: count,
      slots: v.array(fields({ question: text, hash: text })),
    }),
  },
]

/** Whether a stored value has the shape its key promises. Keys without a rule are taken as they are. */
export function hasShape(key: string, value: unknown): boolean {
  const rule = SHAPES.find(it => key.startsWith(it.prefix) && key.endsWith(it.end ?? ''))
  return !rule || v.is(rule.check, value)
}

/** The parts of the progress that are neither an item nor a day. */
export type Totals = Pick<ProgressState, 'sets' | 'tally' | 'bests' | 'favourites' | 'recent'>
