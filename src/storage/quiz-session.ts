import type { QuizMode } from '@domain/progress/events'
import type { QuizSession } from '@domain/quiz/session'
import { memberKeyValue } from './records'
import { hasShape } from './shape'

const KEY = 'run/current'
const PLACES = 'run/places'

/** A session that was interrupted, as it is offered again. */
export interface Unfinished {
  mode: QuizMode
  seed: string
  title: string
  answered: number
  total: number
  /** Index of the question on screen. */
  at: number
  /** When it was last touched, milliseconds. */
  lastAt: number
  /** The bank of a unit's own questions. */
  own?: string
}

/** Modes that go through a whole shelf: nothing is scored as a whole, and the place is kept between visits. */
export function keepsPlace(mode: QuizMode): boolean {
  return mode === 'sequence' || mode === 'recite'
}

/** A session as it is stored: `holder` is the window that goes on with it. */
type StoredQuizSession = QuizSession & { holder?: string }

/** This window of the app. A window that was killed never comes back, so its name may die with it. */
const HOLDER = Math.random().toString(36).slice(2)

const isQuizSession = (value: unknown): value is StoredQuizSession =>
  hasShape(KEY, value) && (value as QuizSession).v === 1

/** The one session in progress, if there is one, and whether this window goes on with it. */
export async function readQuizSession(): Promise<{ session: QuizSession; held: boolean } | undefined> {
  const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
  if (!isQuizSession(stored) || stored.state === 'finished') return undefined
  const { holder, ...session } = stored
  return { session, held: holder === HOLDER }
}

/**
 * Keeps the session, with its place on the shelf; a finished one frees the room. Unless this window takes the room
 * (`take`), the session must still stand there as this window's own.
 * @returns false when it does not: another window goes on with it, has begun another or has erased it; nothing is written
 * @throws StorageFullError
 */
export async function saveQuizSession(session: QuizSession, take: boolean): Promise<boolean> {
  const kv = await memberKeyValue()
  const question = keepsPlace(session.mode) ? session.slots[session.at]?.question : undefined
  let kept = true
  await kv.update([KEY, PLACES], values => {
    const stored = values.get(KEY)
    kept = take || (isQuizSession(stored) && stored.id === session.id && stored.holder === HOLDER)
    if (!kept) return new Map<string, unknown>()
    const writes = new Map<string, unknown>([
      [KEY, session.state === 'finished' ? undefined : { ...session, holder: HOLDER }],
    ])
    if (question) writes.set(PLACES, { ...(values.get(PLACES) as object | undefined), [session.seed]: question })
    return writes
  })
  return kept
}

/** Frees the room, whoever holds it. */
export async function dropQuizSession(): Promise<void> {
  await (await memberKeyValue()).update([], () => new Map([[KEY, undefined]]))
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

/** What is said of a session that waits. */
export function summary(session: QuizSession): Unfinished | undefined {
  if (session.state === 'finished') return undefined
  return {
    mode: session.mode,
    seed: session.seed,
    title: session.title ?? '',
    answered: session.slots.filter(slot => slot.given).length,
    total: session.slots.length,
    at: session.at,
    lastAt: session.lastAt,
    ...(session.own && { own: session.own }),
  }
}

/** Whether something would be lost without it: a quiz that was opened and left is no work. */
export function isWork({ mode, answered, at }: Unfinished): boolean {
  return answered > 0 || (keepsPlace(mode) && at > 0)
}
