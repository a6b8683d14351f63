import type { QuizMode } from '@domain/contract/events'
import type { Run } from '@domain/quiz/run'
import { memberKeyValue } from './member'

const KEY = 'run/current'
const PLACES = 'run/places'

/** A run that was interrupted, as it is offered again. */
export interface Unfinished {
  mode: QuizMode
  seed: string
  title: string
  answered: number
  total: number
}

/** Modes that go through a whole shelf: nothing is scored as a whole, and the place is kept between visits. */
export function keepsPlace(mode: QuizMode): boolean {
  return mode === 'sequence' || mode === 'recite'
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && (value as Run).v === 1 && Array.isArray((value as Run).slots)

/** The one run in progress, if there is one. */
export async function readRun(): Promise<Run | undefined> {
  const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
  return isRun(stored) && stored.state !== 'finished' ? stored : undefined
}

/** Keeps the run, with its place on the shelf; a finished or absent one frees the room. */
export async function saveRun(run: Run | undefined): Promise<void> {
  const kv = await memberKeyValue()
  const question = run && keepsPlace(run.mode) ? run.slots[run.at]?.question : undefined
  await kv.update([PLACES], values => {
    const writes = new Map<string, unknown>([[KEY, run && run.state !== 'finished' ? run : undefined]])
    if (run && question) writes.set(PLACES, { ...(values.get(PLACES) as object | undefined), [run.seed]: question })
    return writes
  })
}

/** Question ids where each walk through a shelf stands, by the walk's seed. */
export async function readWalks(): Promise<Record<string, string>> {
  return ((await (await memberKeyValue()).read([PLACES])).get(PLACES) as Record<string, string> | undefined) ?? {}
}

/** The next walk through this shelf begins at its first question. */
export async function forgetWalk(seed: string): Promise<void> {
  await (
    await memberKeyValue()
  ).update([PLACES], values => {
    const { [seed]: _gone, ...rest } = (values.get(PLACES) as Record<string, string> | undefined) ?? {}
    return new Map([[PLACES, rest]])
  })
}

/** What is said of a run that waits. */
export function summary(run: Run): Unfinished | undefined {
  if (run.state === 'finished') return undefined
  return {
    mode: run.mode,
    seed: run.seed,
    title: run.title ?? '',
    answered: run.slots.filter(slot => slot.given).length,
    total: run.slots.length,
  }
}
