import { type RawBuilder, sql } from 'kysely'
import { givenOf, isRight } from '../../../../domain/contest/paper'
import type { Ack, ContestAnswer } from '../../../../domain/contract/contest-entry'
import { HANDED_IN_MS } from '../../../../domain/contract/contest-limits'
import { loginHolds } from '../../auth/actors'
import { Problem } from '../../auth/problem'
import type { ClaimedScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { preparedStatement } from '../../database/prepared'
import { type KnownContest, paperOf, sizeOf } from './known-contests'
import { busy, refusal } from './refusals'
import { isOpen } from './take-try'
import { type TryRow, dueFrom, heldTry, tellQuestion } from './try-row'

interface Given {
  tenant: string
  member: string
  login: string
  version: number
  contest: string
  try: number
  device: string
  n: number
  /** How many questions the paper has. */
  size: number
  /** ISO, as the service's clock says. */
  at: string
  /** The end of the time of the question that is asked for, ISO. */
  due: string
  /** As JSON: the question's number in the pool, and what was given. */
  what: string
  /** `,1,` or `,0,`: whether it is right. */
  right: string
  /** Milliseconds that the question or the paper has; and those that it took when nobody knows. */
  most: number
  unknown: number
  /** Whether the clock is the paper's. */
  whole: boolean
  /** Whether the next question is asked for, and there is one. */
  next: boolean
}

// Differences of moments, and JSON put together as text: a distributed PostgreSQL takes nothing in an update that hangs on
// a setting of the session, as a moment and an interval do, and jsonb_build_array.
const store = preparedStatement((given: Given) => {
  const { tenant, member, login, version, contest, device, n } = given
  const at = sql`${given.at}::timestamptz`
  const within = (end: RawBuilder<unknown>) =>
    sql`extract(epoch from ${at} - ${end}) * 1000 <= t.allowance_ms + ${sql.lit(HANDED_IN_MS)}`
  const inTime = within(sql`t.due_at`)
  // The line's allowance is not taken off: whoever holds the measuring back would win draws by it. Where the clock was set back
  // meanwhile nobody knows how long it took, and nobody may gain by it.
  const spent = sql`case when ${at} < t.served_at then ${given.unknown}::int
    else least(extract(epoch from ${at} - t.served_at) * 1000, ${given.most}::int)::int end`
  const whole = sql`${given.whole}::boolean`
  const next = sql`${given.next}::boolean`
  return sql<Pick<TryRow, 'due_at' | 'finished_at'> & { late: number }>`update contest_try t set
      answers = t.answers || ('[[' || ${given.what}::text || case when ${inTime} then ${given.right}::text else ',0,' end
        || (${spent})::text || case when ${inTime} then ',0]]' else ',1]]' end)::jsonb,
      place = t.place + 1,
      served_at = case when ${next} then ${at} end,
      due_at = case when ${whole} then t.due_at when ${next} then ${given.due}::timestamptz end,
      finished_at = case when t.place + 1 >= ${given.size}::int or ${whole} and not (${inTime}) then ${at} end
    from contest c, member m
    where t.tenant_id = ${tenant} and t.contest_id = ${contest} and t.member_id = ${member} and t.try = ${given.try}
      and t.device = ${device} and t.place = ${n} and t.served_at is not null and t.finished_at is null and not t.closed
      and c.tenant_id = ${tenant} and c.contest_id = ${contest} and ${within(sql`c.closes_at`)}
      and m.tenant_id = ${tenant} and m.member_id = ${member} and m.token_version = ${version} and m.status = 'active'
      and ${loginHolds({ sub: member, t: tenant, l: login })}
    returning t.due_at, t.finished_at, (t.answers -> -1 ->> 4)::int as late`
})

/**
 * Stores an answer in one statement, which is also what refuses it: it finds the row only while the login holds, the try is this
 * phone's, it is this question's turn and the contest has not ended. Acknowledged, it is on the disk. The same answer again is
 * acknowledged again. `standing` asks who it is, before anything is refused: it throws Problem for one who may not.
 * @throws Problem 400 for what the question has not, 409 `early`, `answered`, `taken_over`, `finished`, `over`, `not_begun`
 */
export async function takeAnswer(
  db: Database,
  scope: ClaimedScope,
  known: KnownContest,
  sent: ContestAnswer,
  now: number,
  standing: () => Promise<SelfScope>,
): Promise<Ack> {
  const { n, device } = sent
  const { tenant, member, login, version } = scope
  const paper = paperOf(known, member, sent.try, n + 2)
  const place = paper[n]
  const question = place && known.sealed.questions[place.number - 1]!
  const given = question && givenOf(question, place, sent.given)
  if (!given) throw await whyNot(db, await standing(), known, sent)
  const { kind, seconds } = known.settings.clock
  const size = sizeOf(known)
  const next = sent.next && n + 1 < size
  const { rows } = await store(db, {
    ...{ tenant, member, login, version, contest: known.id, try: sent.try, device, n, size, next },
    at: new Date(now).toISOString(),
    due: dueFrom(known, now).toISOString(),
    what: `${place.number},${JSON.stringify(given.join(''))}`,
    right: isRight(question, given) ? ',1,' : ',0,',
    most: seconds * 1000,
    unknown: kind === 'question' ? seconds * 1000 : 0,
    whole: kind === 'paper',
  })
  const row = rows[0]
  if (!row) return answeredBefore(db, await standing(), known, sent, given.join(''), now)
  const more = next && !row.finished_at && row.due_at
  return {
    n,
    late: row.late === 1,
    finished: row.finished_at !== null,
    ...(more ? { question: tellQuestion(known, paper, n + 1, row.due_at!, now) } : {}),
  }
}

/** Of what the question has not: nothing is told of a question that this phone has not been shown. */
async function whyNot(db: Database, scope: SelfScope, known: KnownContest, sent: ContestAnswer): Promise<Problem> {
  const row = await heldTry(db, scope, known.id, sent.try, sent.device)
  if (row.place < sent.n || (row.place === sent.n && row.served_at === null))
    return refusal(row.finished_at ? 'finished' : 'early')
  return new Problem(400, 'invalid', '这一题没有这样的选项')
}

/** This phone came back to its try, or asked for the question, at the same moment: the answer is taken when it is sent again. */
const OVERTAKEN_MS = 300

/** The acknowledgement of an answer that is stored already, or why there is none. */
async function answeredBefore(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
  { try: number, device, n, next }: ContestAnswer,
  given: string,
  now: number,
): Promise<Ack> {
  const row = await heldTry(db, scope, known.id, number, device)
  const stored = row.answers[n]
  if (!stored) {
    if (row.finished_at) throw refusal('finished')
    if (row.place !== n || row.served_at === null) throw refusal('early')
    if (await isOpen(db, scope, known.id, now)) throw busy(OVERTAKEN_MS)
    throw refusal('over')
  }
  const [, before, , , late] = stored
  // Passed by while it was on its way: it came too late.
  if (before !== null && before !== given) throw refusal('answered')
  const open = next && row.place === n + 1 && row.served_at !== null && row.finished_at === null
  const paper = open ? paperOf(known, scope.member, number) : []
  return {
    n,
    late: late === 1,
    finished: row.finished_at !== null,
    ...(open ? { question: tellQuestion(known, paper, n + 1, row.due_at!, now) } : {}),
  }
}
