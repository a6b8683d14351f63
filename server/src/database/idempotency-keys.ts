import crypto from 'node:crypto'
import { type Transaction, sql } from 'kysely'
import { type Idempotent, KEY_REUSED } from '../../../domain/contract/idempotency-key'
import { Problem } from '../auth/problem'
import type { BranchScope } from '../auth/scope'
import { type Database, together } from './pool'
import type { Tables } from './tables'

type Tx = Transaction<Tables>

/** Whose keys: a branch's, or by its code an organisation's: of a contest, of what it sends to branches. */
type KeyScope = Pick<BranchScope, 'tenant' | 'branch'>

const keyReused = () =>
  new Problem(409, KEY_REUSED, '刚才那一次已经送到了，和现在填的不一样。请先看看列表里有没有；还要另记一次，就再按一下')

/**
 * Does `work` when a key of the branch comes for the first time, and answers every repeat as the first: one row, one line
 * in the audit log. Two that come at once wait for each other. `kind` says what is sent. When `work` throws, nothing is
 * kept and the key may come again. Throws Problem 409 when it comes with something else.
 */
export async function withIdempotencyKey<T extends object>(
  db: Database,
  scope: KeyScope,
  kind: 'offline' | 'assignment' | 'meeting' | 'activity' | 'roster' | 'contest' | 'contact' | 'sent' | 'visits',
  { form: key, ...sent }: Idempotent,
  now: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const sha256 = crypto
    .createHash('sha256')
    .update(JSON.stringify([kind, sent]))
    .digest('hex')
  return together(db, async tx => {
    if (!(await claim(tx, scope, key, sha256, now))) return firstAnswer<T>(tx, scope, key, sha256)
    const answer = await work(tx)
    await sql`update sent_form set answer = ${JSON.stringify(answer)} where ${named(scope, key)}`.execute(tx)
    return answer
  })
}

const named = ({ tenant, branch }: KeyScope, key: string) =>
  sql`tenant_id = ${tenant} and branch_id = ${branch} and form_id = ${key}`

/** True for the first; a second waits here until the first is done, and is the first if that one failed. */
async function claim(tx: Tx, { tenant, branch }: KeyScope, key: string, sha256: string, now: number) {
  const { rows } = await sql`insert into sent_form (tenant_id, branch_id, form_id, sha256, answer, taken_at)
    values (${tenant}, ${branch}, ${key}, ${sha256}, '{}', ${new Date(now)})
    on conflict (tenant_id, branch_id, form_id) do nothing returning 1`.execute(tx)
  return rows.length > 0
}

async function firstAnswer<T>(tx: Tx, scope: KeyScope, key: string, sha256: string): Promise<T> {
  const { rows } = await sql<{ sha256: string; answer: T }>`select sha256, answer from sent_form
    where ${named(scope, key)}`.execute(tx)
  if (rows[0]!.sha256 !== sha256) throw keyReused()
  return rows[0]!.answer
}
