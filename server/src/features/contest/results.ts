import { sql } from 'kysely'
import { type Flag, FlagFinder } from '../../../../domain/contest/flags'
import { lettersOf, showQuestion } from '../../../../domain/contest/paper'
import { bandOf, lastPublished } from '../../../../domain/contest/standing'
import {
  type ContestFlags,
  type ContestResults,
  type ContestReview,
  type OwnResult,
  RESULTS_PAGE,
} from '../../../../domain/contract/contest-results'
import { CONTEST_WINNERS } from '../../../../domain/contract/contest-limits'
import type { ContestSettings, Voided } from '../../../../domain/contract/contests'
import { maskName } from '../../auth/mask'
import type { OrganiserScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { type KnownContest, paperOf, sizeOf } from './known-contests'
import { type StoredVoid, readVoids } from './organise'
import { agrees, toldName } from './told-name'
import type { StoredAnswer } from './try-row'

/** A void as the service tells of it: its moment in ISO 8601. */
export const tellVoid = ({ number, reason, at }: StoredVoid): Voided => ({ number, reason, at: at.toISOString() })

interface Scored {
  place: number
  right: number
  questions: number
  spentMs: number
}

/** What is the same for everybody, and of how many somebody's place is one. */
type SharedResult = Omit<OwnResult, 'own'> & { total: number }

/** When the results were made and made anew, and of how many: who deletes themselves afterwards moves nobody into another band. */
interface Graded {
  graded: Date | null
  regraded: Date | null
  total: number
}

/** Kept as long as the results are the same, and a name no longer than this after its owner has deleted themselves; milliseconds. */
const SHARED_MS = 30_000
const SHARED_LIMIT = 50

/** When the results are out, everybody asks at once: what is the same for all is read once. */
export class SharedResults {
  private readonly kept = new Map<string, { made: string; at: number; result: Promise<SharedResult> }>()
  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  async find(tenant: string, known: KnownContest): Promise<SharedResult> {
    const { rows } = await sql<Graded>`select graded_at as graded, regraded_at as regraded, graded_of as total
      from contest where tenant_id = ${tenant} and contest_id = ${known.id}`.execute(this.db)
    const grading = rows[0] ?? { graded: null, regraded: null, total: 0 }
    const { graded, regraded } = grading
    const made = `${graded?.getTime()} ${regraded?.getTime()}`
    const key = `${tenant} ${known.id}`
    const before = this.kept.get(key)
    const age = before ? this.now() - before.at : -1
    if (before && before.made === made && age >= 0 && age < SHARED_MS) return before.result
    const result = readShared(this.db, tenant, known, grading)
    if (this.kept.size >= SHARED_LIMIT) this.kept.clear()
    this.kept.set(key, { made, at: this.now(), result })
    result.catch(() => this.kept.delete(key))
    return result
  }
}

async function readShared(
  db: Database,
  tenant: string,
  { id, settings, sha256 }: KnownContest,
  { regraded, total }: Graded,
): Promise<SharedResult> {
  return {
    total,
    ...(await winnersOf(db, tenant, id, settings.winners, total)),
    teams: settings.teams ? await teamsOf(db, tenant, id) : [],
    voids: (await readVoids(db, { tenant }, id)).map(tellVoid),
    ...(regraded ? { regradedAt: regraded.toISOString() } : {}),
    pool: settings.reveal,
    sha256,
  }
}

/** What everybody of the contest reads after the close, and one's own: right answers, time, and one's place as a band. */
export async function ownResult(
  db: Database,
  { tenant, member }: SelfScope,
  known: KnownContest,
  shared: SharedResults,
): Promise<OwnResult> {
  const { total, ...all } = await shared.find(tenant, known)
  const { rows } = await sql<
    Scored & { try: number; complete: boolean }
  >`select r.place, r.correct as right, r.questions, r.spent_ms as "spentMs", r.try, ${gotToEnd(known)} as complete
    from contest_result r ${ownTryOf(tenant)}
    where r.tenant_id = ${tenant} and r.contest_id = ${known.id} and r.member_id = ${member}`.execute(db)
  return rows[0] ? { own: tellOwn({ ...rows[0], total }), ...all } : all
}

function tellOwn({ place, total, ...it }: Scored & { try: number; total: number; complete: boolean }) {
  const band = it.complete ? bandOf(place, total) : undefined
  const { right, questions, spentMs, try: number, complete } = it
  return { right, questions, spentMs, try: number, complete, ...(band ? { band } : {}) }
}

/** The try `t` that a result `r` tells of. */
export const ownTryOf = (tenant: string) =>
  sql`join contest_try t on t.tenant_id = ${tenant} and t.contest_id = r.contest_id and t.member_id = r.member_id
    and t.try = r.try`

/**
 * Whether the entrant got to the end of their paper: handed in, or at its last question or with the paper's own clock out of time
 * before the contest closed. A phone that was put away then has told nobody.
 */
export const gotToEnd = (known: KnownContest) => sql<boolean>`(t.finished_at is not null
  or t.due_at < ${new Date(known.closes)} and (${known.settings.clock.kind === 'paper'}::boolean
    or t.served_at is not null and t.place + 1 >= ${sizeOf(known)}::int))`

/** Names at most, also where many share a place. */
const WINNERS_LISTED = 2 * CONTEST_WINNERS

/** Everybody at one of the first so many places who had something right, in the front half; of equals all or none. */
async function winnersOf(
  db: Database,
  tenant: string,
  id: string,
  { count: wanted, names }: ContestSettings['winners'],
  total: number,
): Promise<Pick<OwnResult, 'winners' | 'unlisted'>> {
  const count = lastPublished(wanted, total)
  if (count === 0) return { winners: [] }
  const { rows: places } = await sql<{ place: number; people: number }>`select place, count(*) as people
    from contest_result where tenant_id = ${tenant} and contest_id = ${id} and place <= ${count} and correct > 0
    group by place order by place`.execute(db)
  // A place is one more than all before it.
  const unlisted = places.find(it => it.place - 1 + it.people > WINNERS_LISTED)
  const last = unlisted ? unlisted.place - 1 : count
  const { rows } = await sql<
    Scored & { name: string; branch: string; masked: boolean }
  >`select r.place, r.correct as right,
      r.questions, r.spent_ms as "spentMs", m.name, o.name as branch, r.masked or not ${agrees} as masked
    from contest_result r join member m on m.tenant_id = ${tenant} and m.member_id = r.member_id
      join org o on o.tenant_id = ${tenant} and o.org_id = r.branch_id
    where r.tenant_id = ${tenant} and r.contest_id = ${id} and r.place <= ${last} and r.correct > 0
    order by r.place, r.member_id`.execute(db)
  const winners = rows.map(({ masked, name, ...it }) => ({
    ...it,
    name: masked || names === 'masked' ? maskName(name) : name,
  }))
  return { winners, ...(unlisted ? { unlisted } : {}) }
}

async function teamsOf(db: Database, tenant: string, id: string) {
  const { rows } = await sql<{ place: number; name: string; right: number }>`select t.place, o.name, t.correct as right
    from contest_team t join org o on o.tenant_id = ${tenant} and o.org_id = t.org_id
    where t.tenant_id = ${tenant} and t.contest_id = ${id} order by t.place, o.path limit 100`.execute(db)
  return rows
}

/** One's best try, every question with what was given, its key and its proving words; undefined without one or when its answers are gone. */
export async function reviewOwn(
  db: Database,
  scope: SelfScope,
  known: KnownContest,
): Promise<ContestReview | undefined> {
  const { tenant, member } = scope
  const { rows } = await sql<{ try: number; allowance: number; answers: StoredAnswer[] }>`select t.try,
      t.allowance_ms as allowance, t.answers
    from contest_result r ${ownTryOf(tenant)}
    where r.tenant_id = ${tenant} and r.contest_id = ${known.id} and r.member_id = ${member}`.execute(db)
  const row = rows[0]
  if (!row || row.answers.length === 0) return undefined
  const voids = new Set((await readVoids(db, scope, known.id)).map(it => it.number))
  const appeals = await sql<{ number: number; words: string; answer: string | null }>`select number, words, answer
    from contest_appeal where tenant_id = ${tenant} and contest_id = ${known.id} and member_id = ${member}`.execute(db)
  const paper = paperOf(known, member, row.try)
  return {
    try: row.try,
    allowanceMs: row.allowance,
    // The whole paper: what was not reached is reviewed like the rest.
    rows: paper.map((place, n) => {
      const { number } = place
      const [, given, right, spentMs, late] = row.answers[n] ?? [number, null, 0, 0, 0]
      const question = known.sealed.questions[number - 1]!
      const ids = given === null ? [] : question.type === 'judge' ? [given] : given.split('')
      const appeal = appeals.rows.find(it => it.number === number)
      return {
        ...{ number, ...showQuestion(question, place), given: lettersOf(question, place, ids) },
        ...{ key: lettersOf(question, place, question.key), right: right === 1 || voids.has(number), late: late === 1 },
        ...{ voided: voids.has(number), spentMs, basis: question.basis, explain: question.explain },
        ...(appeal ? { appeal: { words: appeal.words, ...(appeal.answer ? { answer: appeal.answer } : {}) } } : {}),
      }
    }),
  }
}

/** A page of the results by place, for the organiser: entrants have agreed that they are told by name. */
export async function contestResults(
  db: Database,
  { tenant }: OrganiserScope,
  id: string,
  from: number,
  flags: readonly Flag[],
  limit = RESULTS_PAGE,
): Promise<ContestResults> {
  const { rows } = await sql<
    Scored & { member: string; name: string; consent: boolean; branch: string; try: number; allowanceMs: number }
  >`select r.member_id as member, r.place, m.name, ${agrees} as consent, o.name as branch, r.try, r.correct as right, r.questions,
      r.spent_ms as "spentMs", r.allowance_ms as "allowanceMs"
    from contest_result r join member m on m.tenant_id = ${tenant} and m.member_id = r.member_id
      join org o on o.tenant_id = ${tenant} and o.org_id = r.branch_id
    where r.tenant_id = ${tenant} and r.contest_id = ${id}
    order by r.place, r.member_id offset ${from} limit ${limit}`.execute(db)
  const total = await sql<{ n: number }>`select count(*) as n from contest_result where tenant_id = ${tenant}
    and contest_id = ${id}`.execute(db)
  const flagged = (member: string) => flags.filter(it => it.members.includes(member)).length
  return {
    total: total.rows[0]!.n,
    rows: rows.map(({ member, consent, name, ...it }) => ({
      ...it,
      name: toldName(name, consent),
      flags: flagged(member),
    })),
  }
}

/** Entrants looked through at a time. */
const AT_ONCE = 1_000

/** What a machine notices in the best tries, voided questions left out. */
export async function contestFlags(db: Database, scope: OrganiserScope, id: string): Promise<Flag[]> {
  const { tenant } = scope
  const voids = new Set((await readVoids(db, scope, id)).map(it => it.number))
  const finder = new FlagFinder()
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ member: string; answers: StoredAnswer[] }>`select r.member_id as member, t.answers
      from contest_result r ${ownTryOf(tenant)}
      where r.tenant_id = ${tenant} and r.contest_id = ${id} and r.member_id > ${after}
      order by r.member_id limit ${AT_ONCE}`.execute(db)
    for (const { member, answers } of rows) {
      const kept = answers.filter(([number]) => !voids.has(number))
      finder.look({
        member,
        answers: kept.map(([number, given, right, spentMs, late]) => ({
          ...{ number, given: given === null ? [] : [given], right: right === 1, late: late === 1, spentMs },
        })),
      })
    }
    if (rows.length < AT_ONCE) return finder.flags()
    after = rows[rows.length - 1]!.member
  }
}

/** Flags with the people by name, for the organiser. */
export async function tellFlags(
  db: Database,
  { tenant }: OrganiserScope,
  id: string,
  flags: readonly Flag[],
): Promise<ContestFlags> {
  const members = [...new Set(flags.flatMap(it => it.members))]
  const { rows } = await sql<{
    member: string
    name: string
    consent: boolean
    branch: string
    place: number
  }>`select r.member_id as member,
      m.name, ${agrees} as consent, o.name as branch, r.place
    from contest_result r join member m on m.tenant_id = ${tenant} and m.member_id = r.member_id
      join org o on o.tenant_id = ${tenant} and o.org_id = r.branch_id
    where r.tenant_id = ${tenant} and r.contest_id = ${id} and r.member_id = any(${members}::uuid[])`.execute(db)
  const known = new Map(
    rows.map(({ member, name, consent, ...it }) => [member, { name: toldName(name, consent), ...it }]),
  )
  return {
    flags: flags.map(({ kind, members: whom, evidence }) => ({
      kind,
      people: whom.flatMap(it => known.get(it) ?? []),
      evidence,
    })),
  }
}
