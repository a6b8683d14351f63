import { sql } from 'kysely'
import { notFound } from '../../auth/problem'
import { type Keys, hmac, hmacs, inviteCode } from '../../auth/keys'
import { readTypedCode } from '../../../../domain/text/typed-code'
import { type Database, together } from '../../database/pool'
import { personName } from '../../../../domain/text/person-name'

interface Who {
  tenant: string
  member: string
}

/**
 * 换机码: a new code with which the member binds another phone. Shown this once; the one before it is dead.
 * @throws Problem 404 for one who deletes themselves at this moment
 */
export async function makeOwnCode(db: Database, keys: Keys, who: Who, now: number): Promise<string> {
  const code = inviteCode()
  await together(db, async tx => {
    const { rows } = await sql`select 1 from member where tenant_id = ${who.tenant} and member_id = ${who.member}
      and status <> 'erased' for update`.execute(tx)
    if (rows.length === 0) throw notFound()
    await dropOwnCode(tx, who)
    await tx
      .insertInto('own_code')
      .values({
        code_hmac: hmac(keys, 'own', code),
        tenant_id: who.tenant,
        member_id: who.member,
        made_at: new Date(now),
      })
      .execute()
  })
  return code
}

/** Takes the member's own code back, if there is one: what was written down no longer replaces a phone. */
export async function dropOwnCode(db: Database, { tenant, member }: Who): Promise<void> {
  await sql`delete from own_code where tenant_id = ${tenant} and member_id = ${member}`.execute(db)
}

/** Whose code this is, if the name is theirs as well. */
export async function ownerOfCode(
  db: Database,
  keys: Keys,
  typed: string,
  name: string,
): Promise<(Who & { branch: string }) | undefined> {
  const found = await db
    .selectFrom('own_code')
    .select(['tenant_id as tenant', 'member_id as member'])
    .where('code_hmac', 'in', hmacs(keys, 'own', readTypedCode(typed)))
    .executeTakeFirst()
  if (!found) return undefined
  const { rows } = await sql<{ name: string; branch: string }>`select name, branch_id as branch from member
    where tenant_id = ${found.tenant} and member_id = ${found.member} and status = 'active'`.execute(db)
  const row = rows[0]
  return row && personName(row.name) === personName(name) ? { ...found, branch: row.branch } : undefined
}
