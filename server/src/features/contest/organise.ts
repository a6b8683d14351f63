import { sql } from 'kysely'
import { paperProblems } from '../../../../domain/contest/paper'
import {
  ANSWERS_KEPT_DAYS,
  CONTESTS_OF_ORG,
  CONTEST_DAYS_MOST,
  CONTEST_MINUTES_LEAST,
  SETTLE_SECONDS,
} from '../../../../domain/contract/contest-limits'
import type { PoolQuestion } from '../../../../domain/contract/contest-pool'
import type { ContestSettings } from '../../../../domain/contract/contests'
import { daysLater } from '../../../../domain/time/moment'
import { Problem, notFound } from '../../auth/problem'
import type { OrganiserScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import type { OwnFeed } from '../../feed/own-feed'
import { newId } from '../audit/audit'
import { refusal } from './refusals'
import { openPool, questionsOf, sealPool } from './sealing'

/** A contest's row as its organiser's acts need it. */
export interface HeldContest {
  id: string
  title: string
  settings: ContestSettings
  revision: number
  opens: Date
  closes: Date
  published: Date | null
  sha256: string | null
}

const COLUMNS = sql`contest_id as id, title, settings, revision, opens_at as opens, closes_at as closes,
  published_at as published, sha256`
const one = ({ tenant, org }: OrganiserScope, id: string) =>
  sql`tenant_id = ${tenant} and contest_id = ${id} and org_id = ${org}`

/** The organisation's contest, locked until the end of the transaction. @throws Problem 404 */
async function holdContest(tx: Database, scope: OrganiserScope, id: string): Promise<HeldContest> {
  const { rows } = await sql<HeldContest>`select ${COLUMNS} from contest where ${one(scope, id)} for update`.execute(tx)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** @throws Problem 404 */
export async function readContest(db: Database, scope: OrganiserScope, id: string): Promise<HeldContest> {
  const { rows } = await sql<HeldContest>`select ${COLUMNS} from contest where ${one(scope, id)}`.execute(db)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The organisation's contests, the latest opening first. */
export async function listContests(db: Database, { tenant, org }: OrganiserScope): Promise<HeldContest[]> {
  const { rows } = await sql<HeldContest>`select ${COLUMNS} from contest where tenant_id = ${tenant} and org_id = ${org}
    order by opens_at desc, contest_id limit ${CONTESTS_OF_ORG}`.execute(db)
  return rows
}

/**
 * What of the settings cannot be, whatever comes later. @throws Problem 400 `contest` in a sentence
 */
async function checkSettings(db: Database, scope: OrganiserScope, it: ContestSettings, feed: OwnFeed): Promise<void> {
  const wrong = (words: string) => new Problem(400, 'contest', words)
  const minutes = (Date.parse(it.closes) - Date.parse(it.opens)) / 60_000
  if (!(minutes >= CONTEST_MINUTES_LEAST)) throw wrong(`结束要比开始晚，至少 ${CONTEST_MINUTES_LEAST} 分钟`)
  if (minutes > CONTEST_DAYS_MOST * 24 * 60) throw wrong(`竞赛最长 ${CONTEST_DAYS_MOST} 天`)
  const unknown = it.practice.filter(id => !feed.questions.has(id))
  if (unknown.length > 0) throw wrong(`练习题里没有这些编号：${unknown.join('、')}`)
  const { rows } = await sql`select 1 from org where tenant_id = ${scope.tenant} and org_id = ${it.within}
    and starts_with(path, ${scope.path})`.execute(db)
  if (rows.length === 0) throw wrong('谁可以参加：只能选自己的组织，或它下面的')
}

/** Writes down a new draft. Returns its id. @throws Problem 400 `contest`, 409 `quota` */
export async function createContest(
  tx: Database,
  scope: OrganiserScope,
  it: ContestSettings,
  feed: OwnFeed,
  now: number,
): Promise<string> {
  await checkSettings(tx, scope, it, feed)
  const { tenant, org, actor } = scope
  const { rows } = await sql<{ n: number }>`select count(*) as n from contest where tenant_id = ${tenant}
    and org_id = ${org}`.execute(tx)
  if (rows[0]!.n >= CONTESTS_OF_ORG) throw refusal('quota', `最多存 ${CONTESTS_OF_ORG} 场，请先删去不办的草稿`)
  const id = newId(now)
  await sql`insert into contest (tenant_id, contest_id, org_id, within_id, title, opens_at, closes_at, settings, created_by,
      created_at)
    values (${tenant}, ${id}, ${org}, ${it.within}, ${it.title}, ${new Date(it.opens)}, ${new Date(it.closes)},
      ${JSON.stringify(it)}, ${actor}, ${new Date(now)})`.execute(tx)
  return id
}

const requireDraft = (held: HeldContest) => {
  if (held.published) throw refusal('state')
}
const requireRevision = (held: HeldContest, revision: number) => {
  if (held.revision !== revision) throw refusal('changed')
}

/** Changes a draft. Returns its new revision. @throws Problem 400 `contest`, 404, 409 `changed`, `state` */
export async function changeContest(
  tx: Database,
  scope: OrganiserScope,
  id: string,
  it: ContestSettings,
  revision: number,
  feed: OwnFeed,
): Promise<number> {
  const held = await holdContest(tx, scope, id)
  requireDraft(held)
  requireRevision(held, revision)
  await checkSettings(tx, scope, it, feed)
  await sql`update contest set within_id = ${it.within}, title = ${it.title}, opens_at = ${new Date(it.opens)},
    closes_at = ${new Date(it.closes)}, settings = ${JSON.stringify(it)}, revision = revision + 1
    where ${one(scope, id)}`.execute(tx)
  return revision + 1
}

/** Removes a draft with its pool. Returns its title. @throws Problem 404, 409 `state` */
export async function deleteContest(tx: Database, scope: OrganiserScope, id: string): Promise<string> {
  const held = await holdContest(tx, scope, id)
  requireDraft(held)
  await sql`delete from contest_pool where tenant_id = ${scope.tenant} and contest_id = ${id}`.execute(tx)
  await sql`delete from contest where ${one(scope, id)}`.execute(tx)
  return held.title
}

/** The questions of a contest's pool, for its organiser; undefined before the import. */
export async function readPool(
  db: Database,
  { tenant }: OrganiserScope,
  id: string,
): Promise<PoolQuestion[] | undefined> {
  const { rows } = await sql<{ pool: string }>`select pool from contest_pool where tenant_id = ${tenant}
    and contest_id = ${id}`.execute(db)
  return rows[0] && questionsOf(rows[0].pool)
}

/** Puts a pool in the place of the one before: another revision, so that nobody publishes what they have not seen. @throws Problem 404, 409 `state` */
export async function writePool(
  tx: Database,
  scope: OrganiserScope,
  id: string,
  questions: readonly PoolQuestion[],
): Promise<HeldContest> {
  const held = await holdContest(tx, scope, id)
  requireDraft(held)
  await sql`insert into contest_pool (tenant_id, contest_id, pool) values (${scope.tenant}, ${id}, ${openPool(questions)})
    on conflict (tenant_id, contest_id) do update set pool = excluded.pool`.execute(tx)
  await sql`update contest set revision = revision + 1 where ${one(scope, id)}`.execute(tx)
  return held
}

/** What is to be mended before a contest can be published, a sentence each. */
export function missingOf(
  held: Pick<HeldContest, 'settings' | 'closes'>,
  pool: readonly PoolQuestion[] | undefined,
  now: number,
): string[] {
  if (!pool) return ['还没有导入题库']
  const over = held.closes.getTime() <= now ? ['结束的时间已经过了'] : []
  return [...over, ...paperProblems(pool, held.settings.paper)]
}

/** Seals the pool and lets entrants see the contest. @throws Problem 404, 409 `incomplete`, `changed`, `state` */
export async function publishContest(
  tx: Database,
  scope: OrganiserScope,
  id: string,
  revision: number,
  now: number,
): Promise<{ title: string; sha256: string }> {
  const held = await holdContest(tx, scope, id)
  requireDraft(held)
  requireRevision(held, revision)
  const questions = await readPool(tx, scope, id)
  const missing = missingOf(held, questions, now)
  if (!questions || missing.length > 0) throw refusal('incomplete', undefined, { missing })
  const { pool, sha256 } = sealPool(id, questions)
  await sql`update contest_pool set pool = ${pool} where tenant_id = ${scope.tenant} and contest_id = ${id}`.execute(tx)
  await sql`update contest set published_at = ${new Date(now)}, sha256 = ${sha256}, revision = revision + 1
    where ${one(scope, id)}`.execute(tx)
  return { title: held.title, sha256 }
}

/** Ends a published contest now. Returns its title, undefined of one that has ended. @throws Problem 404, 409 `state` of a draft */
export async function closeContest(
  tx: Database,
  scope: OrganiserScope,
  id: string,
  now: number,
): Promise<string | undefined> {
  const held = await holdContest(tx, scope, id)
  if (!held.published) throw refusal('state', '还是草稿，没有发布')
  if (held.closes.getTime() <= now) return undefined
  const closes = new Date(now)
  await sql`update contest set closes_at = ${closes}, opens_at = least(opens_at, ${closes}::timestamptz)
    where ${one(scope, id)}`.execute(tx)
  return held.title
}

/**
 * Voids a question: it counts as right for everybody who had it, and results that were made are made anew the next time somebody asks.
 * Undefined when it was voided before. @throws Problem 404, 409 `state` of a draft
 */
export async function voidQuestion(
  tx: Database,
  scope: OrganiserScope,
  id: string,
  { number, reason }: { number: number; reason: string },
  now: number,
): Promise<string | undefined> {
  const held = await holdContest(tx, scope, id)
  if (!held.published) throw refusal('state', '还是草稿，改题库就行')
  if (now > daysAfter(held.closes, ANSWERS_KEPT_DAYS)) throw refusal('state', '作答已经到期删去，不能再重算')
  const pool = await readPool(tx, scope, id)
  if (!pool || number > pool.length) throw notFound()
  const at = new Date(now)
  const { rows } = await sql`insert into contest_void (tenant_id, contest_id, number, reason, voided_by, voided_at)
    values (${scope.tenant}, ${id}, ${number}, ${reason}, ${scope.actor}, ${at})
    on conflict (tenant_id, contest_id, number) do nothing returning 1`.execute(tx)
  if (rows.length === 0) return undefined
  await sql`update contest set graded_at = null, regraded_at = case when graded_at is null then regraded_at else ${at} end
    where ${one(scope, id)}`.execute(tx)
  return held.title
}

/** What the organiser is told: where a contest stands, its pool in numbers, what is to be done. */
export async function countsOf(db: Database, { tenant }: OrganiserScope, id: string) {
  const { rows } = await sql<{ begun: number; finished: number; appeals: number }>`select
      count(distinct member_id) filter (where seen_at is not null) as begun,
      count(distinct member_id) filter (where finished_at is not null) as finished,
      (select count(*) from contest_appeal a where a.tenant_id = ${tenant} and a.contest_id = ${id}
        and a.answered_at is null) as appeals
    from contest_try where tenant_id = ${tenant} and contest_id = ${id}`.execute(db)
  return rows[0]!
}

export interface StoredVoid {
  number: number
  reason: string
  at: Date
}

/** The questions of a contest that count no more, by number. */
export async function readVoids(db: Database, { tenant }: { tenant: string }, id: string): Promise<StoredVoid[]> {
  const { rows } = await sql<StoredVoid>`select number, reason, voided_at as at from contest_void
    where tenant_id = ${tenant} and contest_id = ${id} order by number`.execute(db)
  return rows
}

/** Whether the answers can be told of. `now` in milliseconds. */
export const isSettled = (closes: number | Date, now: number): boolean => now >= +closes + SETTLE_SECONDS * 1000

/** A day `n` days after the close. */
export const daysAfter = (closes: number | Date, n: number): number => daysLater(+closes, n)
