import crypto from 'node:crypto'
import type pg from 'pg'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import type { PoolQuestion } from '../../domain/contract/contest-pool'
import type { ContestSettings } from '../../domain/contract/contests'
import { sealPool } from '../src/features/contest/sealing'
import { newId } from '../src/features/audit/audit'

export const TENANT = 'bench'
/** The longest paper: nobody comes to its end while it is measured. */
export const QUESTIONS = 100

const settings: ContestSettings = {
  ...{ title: '量一量', note: '', within: 'd', tries: 1, practice: [], teams: null, reveal: false, certificate: false },
  opens: '2026-01-01T00:00:00Z',
  closes: '2099-01-01T00:00:00Z',
  clock: { kind: 'paper', seconds: 10_800 },
  paper: { kind: 'fixed', numbers: Array.from({ length: QUESTIONS }, (_, i) => i + 1) },
  winners: { count: 0, names: 'masked' },
}

/** A pool in which A is always one of the options. */
const pool: PoolQuestion[] = Array.from({ length: QUESTIONS }, (_, i) => ({
  ...{
    number: i + 1,
    type: 'single',
    stem: `第 ${i + 1} 题，题干有这么长，和真的差不多长短，好让一份答复有它该有的大小？`,
  },
  options: ['a', 'b', 'c', 'd'].map(id => ({ id, text: `第 ${i + 1} 题的选项 ${id}` })),
  ...{ key: ['a'], basis: '书第 1 页', explain: '', difficulty: 2, topic: '' },
}))

/** A contest that is open, and so many entrants who see its first question on their phones. Returns its id and theirs. */
export async function plantContest(db: pg.Pool, entrants: number): Promise<{ contest: string; members: string[] }> {
  const contest = newId(Date.now())
  const members = Array.from({ length: entrants }, () => crypto.randomUUID())
  const of = [TENANT, contest]
  await db.query(
    `insert into org (tenant_id, org_id, type, name, path) values ($1, 'd', 'district', '区', '/d/'),
      ($1, 'b', 'branch', '支部', '/d/b/')`,
    [TENANT],
  )
  await db.query(
    `insert into member (tenant_id, member_id, branch_id, name, consent_version)
      select $1, id, 'b', '人', $3 from unnest($2::uuid[]) id`,
    [TENANT, members, CONSENT_VERSION],
  )
  await db.query(
    `insert into login (tenant_id, login_id, member_id, began_at, proved_at, traded_at)
      select $1, id, id, now(), now(), now() from unnest($2::uuid[]) id`,
    [TENANT, members],
  )
  const sealed = sealPool(contest, pool)
  await db.query(
    `insert into contest (tenant_id, contest_id, org_id, within_id, title, opens_at, closes_at, settings, published_at, sha256,
        created_by, created_at)
      values ($1, $2, 'd', 'd', $3, $4, $5, $6, now(), $7, $2, now())`,
    [...of, settings.title, settings.opens, settings.closes, JSON.stringify(settings), sealed.sha256],
  )
  await db.query('insert into contest_pool values ($1, $2, $3)', [...of, sealed.pool])
  await db.query(
    `insert into contest_try (tenant_id, contest_id, member_id, try, device, branch_id, consent_version, masked, began_at)
      select $1, $2, id, 1, id, 'b', 'v', true, now() from unnest($3::uuid[]) id`,
    [...of, members],
  )
  await beginAgain(db)
  await db.query('analyze')
  return { contest, members }
}

/** Everybody sees the first question, and nobody has answered. */
export async function beginAgain(db: pg.Pool): Promise<void> {
  await db.query(`update contest_try set place = 0, answers = '[]', seen_at = now(), served_at = now(), finished_at = null,
    due_at = now() + interval '3 hours'`)
  await db.query('vacuum contest_try')
}
