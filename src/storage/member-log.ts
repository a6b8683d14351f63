import type { DayRecord } from '@domain/contract/days'
import type { AnswerEvent, MemberEvent } from '@domain/progress/events'
import { foldAll } from '@domain/progress/fold'
import { emptyProgress, type ProgressState } from '@domain/progress/state'
import type { Notebook } from '@domain/review/due'
import { joinDays } from '@domain/sync/join-days'
import { type Day, addDays, shanghaiDay } from '@domain/time/day'
import { cardsKey, daysKey, itemOf, itemsKey, logKey, SEGMENT_BYTES } from './buckets'
import { DEVICE, deviceIn } from './device'
import type { KeyValue } from './key-value'
import { Outbox } from './outbox'
import { hasShape, type Totals } from './shape'

/** Events older than this are only in the summaries (design: raw events are deleted after 90 days). */
export const LOG_DAYS = 90

/**
 * How an answer changes the notebook: `note` of domain/review/notebook. The scheduler comes with the pages that ask questions,
 * not with the first page.
 */
export type NoteAnswer = (notebook: Notebook, event: AnswerEvent) => Notebook
type OtherEvent = Exclude<MemberEvent, AnswerEvent>

/** Everything that is known of the member's study. */
export interface MemberState {
  progress: ProgressState
  notebook: Notebook
}

/**
 * The member's durable record: an event log in segments, and the summaries they fold into, each under keys of its own.
 * Built on one atomic update, so a kill leaves either all of an append or nothing, and two tabs cannot lose each other's.
 */
export class MemberLog {
  readonly outbox: Outbox

  constructor(
    readonly kv: KeyValue,
    /** Called for a stored value of the wrong shape before it is replaced. */
    private readonly onCorrupt: OnCorrupt,
  ) {
    this.outbox = new Outbox(kv)
  }

  /** All summaries. */
  async load(): Promise<MemberState> {
    const names = (await Promise.all(['items/', 'days/', 'cards/'].map(prefix => this.kv.keys(prefix)))).flat()
    return assemble(await this.kv.read([...names, 'totals']), this.onCorrupt)
  }

  /**
   * Appends events, folds them into the summaries they touch and, where a member is bound, counts them into the days that
   * wait to be uploaded: all in one update.
   * @param note needed where there are answers among them
   * @returns the touched part of the summaries as they are now, other tabs' work included.
   * @throws StorageFullError when there is no room; nothing is written.
   */
  append(events: readonly OtherEvent[]): Promise<MemberState>
  append(events: readonly MemberEvent[], note: NoteAnswer): Promise<MemberState>
  async append(events: readonly MemberEvent[], note: NoteAnswer = refuse): Promise<MemberState> {
    const answers = events.filter((event): event is AnswerEvent => event.kind === 'answer')
    const summaries = unique([
      'totals',
      ...events.map(event => daysKey(event.day)),
      ...events.map(itemOf).map(id => id && itemsKey(id)),
      ...answers.map(event => cardsKey(event.answer.question)),
    ])
    const days = unique(events.map(event => event.day))
    const segments = await this.openSegments(days)
    const owner = await this.outbox.active()
    let after: MemberState | undefined
    await this.kv.update([...summaries, ...segments.values(), ...Outbox.keysFor(owner)], values => {
      const collected = Outbox.add(owner, events, values)
      if (!collected) return new Map()
      const before = assemble(values, this.onCorrupt)
      after = { progress: foldAll(before.progress, events), notebook: answers.reduce(note, before.notebook) }
      const writes = takeApart(after, summaries)
      for (const day of days) {
        const key = segments.get(day)!
        const known = values.get(key)
        const segment = Array.isArray(known) ? (known as MemberEvent[]) : []
        writes.set(key, [...segment, ...events.filter(event => event.day === day)])
      }
      for (const [key, value] of collected) writes.set(key, value)
      return writes
    })
    // Another tab has signed somebody in meanwhile: nothing was written, look again.
    if (!after) return this.append(events, note)
    // Ids are new here, so the list of seen ones need not be kept.
    return { ...after, progress: { ...after.progress, seen: {} } }
  }

  /**
   * Keeps where an episode stands though nothing was played on the way there. It is no act: nothing is counted, and it
   * stays on this phone. @param at milliseconds since the epoch. @returns the touched part of the summaries
   */
  async keepPosition(item: string, second: number, at: number): Promise<MemberState> {
    const key = itemsKey(item)
    let after: MemberState | undefined
    await this.kv.update([key], values => {
      const before = assemble(values, this.onCorrupt)
      const known = before.progress.items[item] ?? { item, firstAt: at, lastAt: at, seconds: 0, reached: 0 }
      const items = { ...before.progress.items, [item]: { ...known, position: { second, at } } }
      after = { ...before, progress: { ...before.progress, items } }
      return takeApart(after, [key])
    })
    return after!
  }

  /**
   * From now on days are collected for `owner`, beginning with the acts of the log that `wanted` takes.
   * @param fresh a new device id, for a phone without one
   */
  async collectFor(owner: string, wanted: (event: MemberEvent) => boolean, fresh: string): Promise<void> {
    await this.outbox.begin(owner, await this.kv.keys('log/'), wanted, fresh)
  }

  /** Counts in what a file has brought from another phone. */
  async collectCarried(today: Day): Promise<void> {
    await this.outbox.collectCarried(await this.kv.keys('log/'), today)
  }

  /** Joins days of the member's other phones, but nothing that is this phone's own. @returns all summaries as they are now */
  async joinHeld(held: readonly DayRecord[]): Promise<MemberState> {
    const device = deviceIn(await this.kv.read([DEVICE]))
    const ours = ({ device: id, day }: DayRecord) =>
      id === device?.id || device?.carried.some(it => it.device === id && day < shanghaiDay(it.until))
    const others = held.filter(it => !ours(it))
    const items = others.flatMap(it => it.finished.filter(id => !id.startsWith('article:')))
    const summaries = unique(['totals', ...others.map(it => daysKey(it.day)), ...items.map(itemsKey)])
    await this.kv.update(summaries, values => {
      const { progress, notebook } = assemble(values, this.onCorrupt)
      return takeApart({ progress: joinDays(progress, others), notebook }, summaries)
    })
    return this.load()
  }

  /** The log's events of the last 90 days, oldest first. */
  async events(): Promise<MemberEvent[]> {
    const names = await this.kv.keys('log/')
    const values = await this.kv.read(names)
    return names.flatMap(name => trusted<MemberEvent[]>(name, values.get(name), this.onCorrupt) ?? [])
  }

  /** Drops log segments older than 90 days; the summaries keep their sums. */
  async prune(now: number): Promise<void> {
    const oldest = `log/${addDays(shanghaiDay(now), -LOG_DAYS)}`
    const stale = (await this.kv.keys('log/')).filter(name => name < oldest)
    if (stale.length) await this.kv.update([], () => new Map(stale.map(name => [name, undefined])))
  }

  /** The last segment of each day, or the next one when it is full. */
  private async openSegments(days: string[]): Promise<Map<string, string>> {
    const open = new Map<string, string>()
    for (const day of days) {
      const last = (await this.kv.keys(`log/${day}/`)).pop()
      const number = last ? Number(last.slice(-3)) : 0
      const full = last && JSON.stringify((await this.kv.read([last])).get(last) ?? []).length > SEGMENT_BYTES
      open.set(day, logKey(day, full ? number + 1 : number))
    }
    return open
  }
}

function refuse(): never {
  throw new Error('an answer was given without the rule of the notebook')
}

type OnCorrupt = (key: string, raw: unknown) => void

/** Summaries from stored values; one of a wrong shape is told to `onCorrupt` and counts as empty. */
export function assemble(values: Map<string, unknown>, onCorrupt: OnCorrupt): MemberState {
  const state = emptyProgress()
  const notebook: Notebook = {}
  const totals = trusted<Totals>('totals', values.get('totals'), onCorrupt)
  if (totals) Object.assign(state, totals, { tally: { ...state.tally, ...totals.tally } })
  for (const [key, value] of values) {
    if (key.startsWith('items/')) Object.assign(state.items, trusted(key, value, onCorrupt))
    if (key.startsWith('days/')) Object.assign(state.days, trusted(key, value, onCorrupt))
    if (key.startsWith('cards/')) Object.assign(notebook, trusted(key, value, onCorrupt))
  }
  return { progress: state, notebook }
}

function trusted<T>(key: string, value: unknown, onCorrupt: OnCorrupt): T | undefined {
  if (value === undefined) return undefined
  if (hasShape(key, value)) return value as T
  onCorrupt(key, JSON.stringify(value))
  return undefined
}

/** The summaries as they are stored: only the keys that the events touched. */
export function takeApart({ progress, notebook }: MemberState, keys: string[]): Map<string, unknown> {
  const { sets, tally, bests, favourites, recent } = progress
  const writes = new Map<string, unknown>()
  for (const key of keys) {
    if (key === 'totals') writes.set(key, { sets, tally, bests, favourites, recent } satisfies Totals)
    else if (key.startsWith('items/'))
      writes.set(
        key,
        pick(progress.items, item => itemsKey(item) === key),
      )
    else if (key.startsWith('cards/'))
      writes.set(
        key,
        pick(notebook, question => cardsKey(question) === key),
      )
    else
      writes.set(
        key,
        pick(progress.days, day => daysKey(day) === key),
      )
  }
  return writes
}

function pick<T>(record: Record<string, T>, wanted: (name: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)))
}

function unique(names: (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== undefined))]
}
