import { sql } from 'kysely'
import type { ClockAnswer, ShownQuestion, Start, Try } from '../../../../domain/contract/contest-entry'
import { ALLOWANCE_MS, CLOCK_SAMPLES } from '../../../../domain/contract/contest-limits'
import { allowanceOf } from '../../../../domain/contest/standing'
import type { SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { notFound } from '../../auth/problem'
import { holdMembers } from '../reports/holds'
import { type KnownContest, paperOf, sizeOf } from './known-contests'
import { refusal } from './refusals'
import { type TryRow, dueFrom, heldTry, isDue, isOver, ownTry, readTries, tellQuestion, tellTry } from './try-row'

const LOCK = sql`for update`
const usedOf = (rows: readonly TryRow[]) => rows.filter(it => it.seen_at !== null).length

/** @throws Problem 409 `tries` when none is left and none is under way */
export async function requireTry(db: Database, scope: SelfScope, known: KnownContest, now: number): Promise<void> {
  const rows = await readTries(db, scope, known.id)
  const running = rows[0] && !isOver(rows[0], known, now)
  if (!running && usedOf(rows) >= known.settings.tries) throw refusal('tries')
}

/** Begins a try on this phone, or goes on with the one that is begun. @throws Problem 409 `tries` */
export async function startTry(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  { device, consent, name }: Omit<Start, 'ticket'>,
  now: number,
): Promise<Try> {
  const { tenant, member, branch } = scope
  return together(db, async tx => {
    if (!(await holdMembers(tx, tenant, [member]))) throw notFound()
    const rows = await readTries(tx, scope, known.id, LOCK)
    const last = rows[0]
    if (last && !isOver(last, known, now)) return take(tx, scope, known, last, device, now)
    if (usedOf(rows) >= known.settings.tries) throw refusal('tries')
    const number = (last?.try ?? 0) + 1
    await sql`insert into contest_try (tenant_id, contest_id, member_id, try, device, branch_id, consent_version, masked, began_at)
      values (${tenant}, ${known.id}, ${member}, ${number}, ${device}, ${branch}, ${consent}, ${name === 'masked'},
        ${new Date(now)})
      on conflict (tenant_id, contest_id, member_id, try) do nothing`.execute(tx)
    // Two phones at once begin one try, and the later has it.
    const [begun] = await readTries(tx, scope, known.id, LOCK)
    return take(tx, scope, known, begun!, device, now)
  })
}

/** Goes on with the try that is begun, on this phone. @throws Problem 409 `not_begun` */
export async function resumeTry(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  device: string,
  now: number,
): Promise<Try> {
  return together(db, async tx => {
    const [last] = await readTries(tx, scope, known.id, LOCK)
    if (!last) throw refusal('not_begun')
    return take(tx, scope, known, last, device, now)
  })
}

/** The newest phone has the try. Of the line of another phone nothing is known yet. */
async function take(
  tx: Database,
  scope: SelfScope,
  known: KnownContest,
  row: TryRow,
  device: string,
  now: number,
): Promise<Try> {
  if (row.device !== device) {
    await sql`update contest_try set device = ${device}, lines = '{}' where ${ownTry(scope, known.id, row.try)}`.execute(
      tx,
    )
  }
  return tellTry(row, known, now)
}

/** Takes down how long the line took; the middle of the last few is allowed, up to the most. */
export async function measureLine(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  { try: number, device }: { try: number; device: string },
  took: number | undefined,
): Promise<Omit<ClockAnswer, 'echo'>> {
  const row = await heldTry(db, scope, known.id, number, device)
  if (took === undefined) return { allowanceMs: row.allowance_ms }
  const lines = [...row.lines, took].slice(-CLOCK_SAMPLES)
  const allowance = allowanceOf(lines, ALLOWANCE_MS)
  await sql`update contest_try set lines = ${lines}::integer[], allowance_ms = ${allowance}
    where ${ownTry(scope, known.id, number)} and device = ${device}`.execute(db)
  return { lineMs: took, allowanceMs: allowance }
}

/**
 * Question `n` of a try. Its time begins when it is first sent; the first one uses the try. What has had its time is passed by.
 * @throws Problem 409 `early`, `over`, `not_begun`, `taken_over`
 */
export async function askQuestion(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  { try: number, device, n }: { try: number; device: string; n: number },
  now: number,
): Promise<ShownQuestion> {
  return together(db, async tx => {
    const row = await heldTry(tx, scope, known.id, number, device, LOCK)
    const allowanceMs = row.allowance_ms
    const end = (passed: number): ShownQuestion => ({ passed, finished: true, allowanceMs })
    if (row.finished_at) return end(0)
    if (!(await isOpen(tx, scope, known.id, now))) throw refusal('over')
    let { place } = row
    let passed = 0
    const paper = paperOf(known, scope.member, number)
    if (isDue(row, now)) {
      const spent = known.settings.clock.kind === 'question' ? known.settings.clock.seconds * 1000 : 0
      const none = JSON.stringify([[paper[place]!.number, null, 0, spent, 1]])
      place += 1
      passed = 1
      const over = known.settings.clock.kind === 'paper' || place >= sizeOf(known)
      await sql`update contest_try set answers = answers || ${none}::jsonb, place = ${place}, served_at = null,
        finished_at = ${over ? new Date(now) : null} where ${ownTry(scope, known.id, number)}`.execute(tx)
      if (over) return end(passed)
    }
    if (n > place) throw refusal('early')
    // Sent in what is the future now that the clock was set back: its time begins again.
    const served = row.served_at !== null && row.served_at.getTime() <= now && passed === 0
    // A paper's clock began with its first question.
    const due = served || (known.settings.clock.kind === 'paper' && row.due_at) ? row.due_at! : dueFrom(known, now)
    if (!served) {
      await sql`update contest_try set served_at = ${new Date(now)}, due_at = ${due},
        seen_at = coalesce(seen_at, ${new Date(now)}::timestamptz) where ${ownTry(scope, known.id, number)}`.execute(tx)
    }
    return { question: tellQuestion(known, paper, place, due, now), passed, finished: false, allowanceMs }
  })
}

/** Whether the contest runs, by what is stored, not by what is kept: it may have been ended this moment. */
export async function isOpen(db: Database, { tenant }: SelfScope, contest: string, now: number): Promise<boolean> {
  const { rows } = await sql`select 1 from contest where tenant_id = ${tenant} and contest_id = ${contest}
    and closes_at > ${new Date(now)}`.execute(db)
  return rows.length > 0
}

/** Hands in early; again, nothing happens. @throws Problem 409 `not_begun` before the first question, `over` */
export async function finishTry(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  { try: number, device }: { try: number; device: string },
  now: number,
): Promise<Try> {
  return together(db, async tx => {
    const row = await heldTry(tx, scope, known.id, number, device, LOCK)
    if (!row.seen_at) throw refusal('not_begun')
    // Handed in is who did so in time; a certificate hangs on it.
    if (!row.finished_at && !(await isOpen(tx, scope, known.id, now))) throw refusal('over')
    const finished_at = row.finished_at ?? new Date(now)
    await sql`update contest_try set finished_at = ${finished_at} where ${ownTry(scope, known.id, number)}`.execute(tx)
    return tellTry({ ...row, finished_at }, known, now)
  })
}
