import { sql } from 'kysely'
import type { Day } from '../../../../domain/time/day'
import { Problem } from '../../auth/problem'
import { type Database, together } from '../../database/pool'
import { isOpen, mayInvite } from '../invites/queries'
import { personName } from '../../../../domain/text/person-name'
import { audit } from '../audit/audit'
import { unbind } from '../me/members'
import { hasOfficeElsewhere } from './offices'
import { dropOwnCode } from './own-code'

/** Binding may be tried so often a day. */
const TRIES_A_DAY = 5

/** The account of an openid, made at its first login. */
export async function accountOf(db: Database, openid: string, now: number) {
  await db
    .insertInto('account')
    .values({
      openid_hmac: openid,
      tenant_id: null,
      member_id: null,
      tries_day: null,
      tries: 0,
      created_at: new Date(now),
    })
    .onConflict(it => it.column('openid_hmac').doNothing())
    .execute()
  return db.selectFrom('account').selectAll().where('openid_hmac', '=', openid).executeTakeFirstOrThrow()
}

/**
 * An account that was hashed with the pepper before is hashed anew, with what waits for it. @param hmacs of one openid, the
 * current first. @returns that
 */
export async function renewOpenid(db: Database, [openid = '', before]: readonly string[]): Promise<string> {
  if (before === undefined) return openid
  await together(db, async tx => {
    const renewed = await sql`update account set openid_hmac = ${openid} where openid_hmac = ${before}
      and not exists (select 1 from account a where a.openid_hmac = ${openid})`.execute(tx)
    if (renewed.numAffectedRows === 0n) return
    const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from org`.execute(tx)
    for (const { tenant_id: tenant } of rows) {
      await sql`update binding_request set openid_hmac = ${openid}
        where tenant_id = ${tenant} and openid_hmac = ${before}`.execute(tx)
    }
  })
  return openid
}

/** Counts a try; false when today's are used up. */
export async function countTry(db: Database, openid: string, today: Day): Promise<boolean> {
  const { rows } = await sql<{ tries: number }>`update account
    set tries = case when tries_day = ${today}::date then tries + 1 else 1 end, tries_day = ${today}::date
    where openid_hmac = ${openid} returning tries`.execute(db)
  return (rows[0]?.tries ?? TRIES_A_DAY + 1) <= TRIES_A_DAY
}

/** The branch of an invite that still works. */
export async function findInvite(db: Database, codeHmacs: readonly string[], now: number) {
  const { rows } = await sql<{
    tenant_id: string
    branch_id: string
    maker: string | null
  }>`select i.tenant_id, i.branch_id,
      i.created_by as maker from invite i
    where i.code_hmac = any(${[...codeHmacs]}::text[]) and ${isOpen(now)}`.execute(db)
  for (const { maker, ...it } of rows) {
    // What the district's command made has nobody who could lose an office.
    if (maker === null || (await mayInvite(db, it.tenant_id, it.branch_id)).includes(maker)) return it
  }
  return undefined
}

/** So many wrong digits for one row of the roster, whoever tries: then only the secretary's word binds it, or new digits. */
const TRIES_A_ROW = 5

/**
 * Members of the branch of this name and these last four digits who are not bound. Wrong digits are counted on the rows of
 * the name, over all logins; a row that is used up matches nothing, and that is written down for the branch and the district.
 */
export async function matchMembers(
  db: Database,
  where: { tenant: string; branch: string; name: string; last4: readonly string[] },
  now: number,
): Promise<string[]> {
  const { tenant, branch } = where
  const { rows } = await sql<{
    id: string
    name: string
    last4: string
    tries: number
  }>`select m.member_id as id, m.name,
      m.last4_hmac as last4, m.digit_tries as tries from member m
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.last4_hmac is not null and m.status = 'active'
      and not exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id)`.execute(db)
  // What was stored before names were made uniform counts like what is stored now.
  const name = personName(where.name)
  const named = rows.filter(row => personName(row.name) === name)
  const right = named.filter(row => where.last4.includes(row.last4))
  if (right.length > 0) return right.filter(row => row.tries < TRIES_A_ROW).map(row => row.id)
  for (const { id } of named) await countWrong(db, { tenant, branch, member: id }, now)
  return []
}

async function countWrong(db: Database, row: { tenant: string; branch: string; member: string }, now: number) {
  const { tenant, branch, member } = row
  await together(db, async tx => {
    const { rows } = await sql<{ tries: number }>`update member set digit_tries = digit_tries + 1
      where tenant_id = ${tenant} and member_id = ${member} and digit_tries < ${TRIES_A_ROW}
      returning digit_tries as tries`.execute(tx)
    if (rows[0]?.tries !== TRIES_A_ROW) return
    await audit(tx, { tenant, action: 'bind.locked', org: branch, subject: member }, now)
  })
}

/**
 * `taken`: the account is bound meanwhile, or there is no such member. `district`: only the district says who this member
 * is, since they hold an office beyond the branch or a phone has been bound to them before.
 */
export type Bound = 'bound' | 'taken' | 'district'

/** Whose word it is that this is the member: matching details or the secretary; the member's own code; the district. */
export type Word = { of: 'branch' } | { of: 'code' } | { of: 'district'; byName: string }

/**
 * Ties the account to the member with the consent given. A phone that is bound already is replaced by the member's own code
 * or by the district, never by the branch alone, and is told (decision 0093).
 */
export async function bindAccount(
  db: Database,
  bind: { openid: string; tenant: string; member: string; consent: string },
  word: Word,
  now: number,
): Promise<Bound> {
  const { tenant, member } = bind
  return together(db, async tx => {
    const own = sql`tenant_id = ${tenant} and member_id = ${member}`
    const { rows } = await sql<{ before: boolean }>`select bound_before as before from member
      where ${own} and status = 'active' for update`.execute(tx)
    if (!rows[0]) return 'taken'
    if (word.of === 'branch' && rows[0].before) return 'district'
    if (word.of !== 'district' && (await hasOfficeElsewhere(tx, tenant, member))) return 'district'
    if (!(await isFree(tx, bind.openid, now))) return 'taken'
    if (rows[0].before) {
      const byName = word.of === 'district' ? word.byName : undefined
      await unbind(tx, { tenant, member }, { why: 'replaced', by: member, byName }, now)
    }
    const tied = await sql`insert into account (openid_hmac, tenant_id, member_id, created_at)
      values (${bind.openid}, ${tenant}, ${member}, ${new Date(now)})
      on conflict (openid_hmac) do update set tenant_id = excluded.tenant_id, member_id = excluded.member_id
        where account.member_id is null returning 1`.execute(tx)
    // Two that bind the same account at once: the transaction is given up, so nobody was unbound.
    if (tied.rows.length === 0) throw new Problem(409, 'busy', '刚才有另一部手机也在绑定，请再试一次')
    await dropOwnCode(tx, { tenant, member })
    await sql`update member set last4_hmac = null, digit_tries = 0, offline = false, bound_before = true,
      consent_version = ${bind.consent}, consent_at = ${new Date(now)} where ${own}`.execute(tx)
    await sql`delete from binding_request where tenant_id = ${tenant} and openid_hmac = ${bind.openid}`.execute(tx)
    return 'bound'
  })
}

/** Whom the account is tied to; holds it until the transaction ends. */
async function tiedTo(tx: Database, openid: string): Promise<{ tenant: string; member: string } | undefined> {
  const { rows } = await sql<{ tenant: string; member: string }>`select tenant_id as tenant, member_id as member
    from account where openid_hmac = ${openid} for update`.execute(tx)
  return rows[0]?.member ? rows[0] : undefined
}

/** Whether the account is tied to somebody who has not left; if not, nobody ties it until the transaction ends. */
export async function isBound(tx: Database, openid: string): Promise<boolean> {
  const tied = await tiedTo(tx, openid)
  return tied !== undefined && !(await isLeft(tx, tied.tenant, tied.member))
}

/** Whether the account is tied to nobody. From a member who has left it is untied: the person binds where they are now. */
async function isFree(tx: Database, openid: string, now: number): Promise<boolean> {
  const tied = await tiedTo(tx, openid)
  if (!tied) return true
  const { tenant, member } = tied
  const { rows } = await sql<{ org: string }>`select branch_id as org from member
    where tenant_id = ${tenant} and member_id = ${member} and status = 'left' for update`.execute(tx)
  if (!rows[0]) return false
  await unbind(tx, tied, { why: 'elsewhere', by: member }, now)
  await dropOwnCode(tx, tied)
  const reason = '转出以后绑定到别处'
  await audit(tx, { tenant, actor: member, action: 'bind.end', ...rows[0], subject: member, reason }, now)
  return true
}

/** Whether the member is marked 转出. */
export async function isLeft(db: Database, tenant: string, member: string): Promise<boolean> {
  const { rows } = await sql`select 1 from member where tenant_id = ${tenant} and member_id = ${member}
    and status = 'left'`.execute(db)
  return rows.length > 0
}
