import crypto from 'node:crypto'
import { sql } from 'kysely'
import { LOGIN_DAYS } from '../../../../domain/contract/limits'
import { daysLater } from '../../../../domain/time/moment'
import type { Database } from '../../database/pool'
import { audit } from '../audit/audit'
import { type Ending, type Ended, endLogin, endedWords } from './endings'
import { type Keys, macs } from '../../auth/keys'
import { Problem, unauthorised } from '../../auth/problem'

/**
 * The answer with the next token may be lost on the way: for this long the one before it gets the very same answer. Less than
 * an access token lasts, so that a phone that has the next never shows the one before.
 */
export const GRACE_MS = 10 * 60_000

/** A member on one of their phones. */
export interface LoginOf {
  tenant: string
  member: string
  login: string
}
export interface Traded extends LoginOf {
  refresh: string
}

/**
 * The refresh token of a login after so many trades: which it is and a MAC over that. The successor follows from the token
 * itself, so there is only one, and nothing of it is stored.
 */
export function refreshToken(keys: Keys, { tenant, login }: Omit<LoginOf, 'member'>, generation: number): string {
  const where = `${Buffer.from(tenant).toString('base64url')}.${login}.${generation}`
  return `${where}.${macs(keys, 'refresh', where)[0]!}`
}

/** What a token of ours names; undefined when nobody here made it. */
function readToken(keys: Keys, token: string) {
  const found = /^([\w-]{1,100})\.([\da-f-]{36})\.(\d{1,9})\.([\w-]{43})$/.exec(token)
  if (!found) return undefined
  const [, tenant, login, generation, mac] = found as unknown as [string, string, string, string, string]
  const right = macs(keys, 'refresh', `${tenant}.${login}.${generation}`)
  if (!right.some(it => crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(it)))) return undefined
  return { tenant: Buffer.from(tenant, 'base64url').toString(), login, generation: Number(generation) }
}

interface Row {
  member: string
  branch: string
  began: Date
  generation: number
  traded: Date
  ended: Ended | null
}

/**
 * Trades a refresh token for its successor. One that is older than that was copied: the whole login ends, its access tokens
 * with it, and that is in the audit log; `ended` hears of it. @throws Problem 401; `ended`, in words for the member, when somebody ended the login
 */
export async function tradeRefresh(
  db: Database,
  keys: Keys,
  token: string,
  now: number,
  ended: (tenant: string, member: string) => void = () => undefined,
): Promise<Traded> {
  const named = readToken(keys, token)
  if (!named) throw unauthorised()
  const { tenant, login, generation } = named
  // Thrown after the transaction: the end of a copied login is kept.
  const outcome = await db.transaction().execute(async tx => {
    const row = await lockLogin(tx, tenant, login)
    if (!row || row.traded.getTime() < daysLater(now, -LOGIN_DAYS)) return unauthorised()
    const { member, branch } = row
    if (row.ended) return new Problem(401, 'ended', endedWords(row.ended, row.began))
    const who = { tenant, member, login }
    // We have traded oftener than the database knows: it was put back from a backup, and nobody has copied anything.
    if (generation >= row.generation) {
      await sql`update login set generation = ${generation + 1}, traded_at = ${new Date(now)}
        where tenant_id = ${tenant} and login_id = ${login}`.execute(tx)
    } else if (generation !== row.generation - 1 || now - row.traded.getTime() > GRACE_MS) {
      const copied: Ending = { why: 'copied' }
      await endLogin(tx, { tenant, login }, copied, now)
      await audit(tx, { tenant, action: 'login.copied', org: branch, subject: member }, now)
      ended(tenant, member)
      return new Problem(401, 'ended', endedWords({ ...copied, at: new Date(now) }, row.began))
    }
    return { ...who, refresh: refreshToken(keys, who, generation + 1) }
  })
  if (outcome instanceof Problem) throw outcome
  return outcome
}

async function lockLogin(tx: Database, tenant: string, login: string): Promise<Row | undefined> {
  const { rows } = await sql<Omit<Row, 'ended'> & Ended & { endedAt: Date | null }>`select l.member_id as member,
      m.branch_id as branch, l.began_at as began, l.generation, l.traded_at as traded, l.ended_at as "endedAt",
      l.ended_why as why, l.ended_by_name as "byName", b.name as "byMember", l.ended_reason as reason
    from login l
    join member m on m.tenant_id = ${tenant} and m.member_id = l.member_id and m.status <> 'erased'
    left join member b on b.tenant_id = ${tenant} and b.member_id = l.ended_by
    where l.tenant_id = ${tenant} and l.login_id = ${login} for update of l`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { member, branch, began, generation, traded, endedAt, ...ended } = row
  return { member, branch, began, generation, traded, ended: endedAt && { ...ended, at: endedAt } }
}
