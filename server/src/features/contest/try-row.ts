import { type RawBuilder, sql } from 'kysely'
import type { ContestQuestion, Try } from '../../../../domain/contract/contest-entry'
import { type PaperPlace, showQuestion } from '../../../../domain/contest/paper'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { type KnownContest, sizeOf } from './known-contests'
import { refusal } from './refusals'

/** Number in the pool, option ids given (null where none was), right 1 or 0, milliseconds, late 1 or 0. */
export type StoredAnswer = [number: number, given: string | null, right: number, spentMs: number, late: number]

export interface TryRow {
  try: number
  device: string
  place: number
  seen_at: Date | null
  served_at: Date | null
  due_at: Date | null
  lines: number[]
  allowance_ms: number
  answers: StoredAnswer[]
  finished_at: Date | null
}

const COLUMNS = sql`try, device, place, seen_at, served_at, due_at, lines, allowance_ms, answers, finished_at`

/** One's tries of a contest, the latest first; `lock` holds them until the end of the transaction. */
export async function readTries(
  db: Database,
  { tenant, member }: SelfScope,
  contest: string,
  lock: RawBuilder<unknown> = sql``,
): Promise<TryRow[]> {
  const { rows } = await sql<TryRow>`select ${COLUMNS} from contest_try where tenant_id = ${tenant}
    and contest_id = ${contest} and member_id = ${member} order by try desc ${lock}`.execute(db)
  return rows
}

/** Where one's row of a try is found. */
export const ownTry = ({ tenant, member }: SelfScope, contest: string, number: number) =>
  sql`tenant_id = ${tenant} and contest_id = ${contest} and member_id = ${member} and try = ${number}`

/** The try that a phone speaks of, if that phone has it. @throws Problem 409 `not_begun`, `taken_over` */
export async function heldTry(
  db: Database,
  scope: SelfScope,
  contest: string,
  number: number,
  device: string,
  lock: RawBuilder<unknown> = sql``,
): Promise<TryRow> {
  const { rows } = await sql<TryRow>`select ${COLUMNS} from contest_try
    where ${ownTry(scope, contest, number)} ${lock}`.execute(db)
  const row = rows[0]
  if (!row) throw refusal('not_begun')
  if (row.device !== device) throw refusal('taken_over')
  return row
}

/** Until when an answer counts: the line's allowance with it. Milliseconds. */
const until = (row: TryRow): number => (row.due_at ? row.due_at.getTime() + row.allowance_ms : Infinity)

/** The question that was sent has had its time. */
export const isDue = (row: TryRow, now: number): boolean => row.served_at !== null && now > until(row)

/** Nothing more can be answered in it, whether or not anybody has said so. */
export const isOver = (row: TryRow, { settings }: KnownContest, now: number): boolean =>
  row.finished_at !== null || (settings.clock.kind === 'paper' && row.due_at !== null && now > until(row))

/** What is left, without what the line is allowed; never less than nothing. */
const leftMs = (due: Date, now: number): number => Math.max(0, due.getTime() - now)

/** The try as its phone is told of it. */
export function tellTry(row: TryRow, known: KnownContest, now: number): Try {
  const over = isOver(row, known, now)
  const paper = known.settings.clock.kind === 'paper' && row.due_at !== null && !over
  return {
    try: row.try,
    state: over ? 'finished' : row.seen_at ? 'running' : 'ready',
    answered: row.place,
    questions: sizeOf(known),
    ...(paper ? { leftMs: leftMs(row.due_at!, now) } : {}),
    allowanceMs: row.allowance_ms,
  }
}

/** The question at a place as this person sees it. */
export function tellQuestion(
  { sealed }: KnownContest,
  paper: readonly PaperPlace[],
  n: number,
  due: Date,
  now: number,
): ContestQuestion {
  const place = paper[n]!
  return { n, ...showQuestion(sealed.questions[place.number - 1]!, place), leftMs: leftMs(due, now) }
}

/** When a question's time is over that is sent now; of a paper's clock when the whole paper's is. */
export function dueFrom({ settings, closes }: KnownContest, now: number): Date {
  return new Date(Math.min(closes, now + settings.clock.seconds * 1000))
}
