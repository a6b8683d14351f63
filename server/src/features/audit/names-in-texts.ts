import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../auth/problem'
import { maskName } from '../../auth/mask'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'

/** What a name is padded with, or pulled apart by. */
const GAP = '[\\s·•.,，、]{1,3}'
/** The text, and the same with what stands apart put together: 王 明 is 王明. */
const closed = (text: string) =>
  `${text}\n${text.replace(new RegExp(`(?<=\\p{Script=Han})${GAP}(?=\\p{Script=Han})`, 'gu'), '')}`

/** A name with its characters together or apart, as a pattern for JavaScript and PostgreSQL. */
const apart = (name: string): string =>
  [...name].map(it => it.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join(`(?:${GAP})?`)

/** A name, also pulled apart, but where it is part of a title: 《黎明之前》 is no 黎明. */
const patternOf = (name: string) => `${apart(name)}(?![^《》]*》)`

/** Whether a text, in SQL, has the name in it. */
export const hasName = (text: RawBuilder<unknown>, name: string) => sql<boolean>`${text} ~ ${patternOf(name)}`
/** The text with somebody in the place of the name. */
export const withoutName = (text: RawBuilder<unknown>, name: string) =>
  sql<string>`regexp_replace(${text}, ${patternOf(name)}, '某人', 'g')`

/**
 * A reason stands in the audit log, which the district reads: a secretary's has no name of the branch's roster in it. Said without
 * the name, as every refusal. @throws Problem 400 `names`
 */
export async function refuseNames(db: Database, { tenant, branch }: BranchScope, text: string): Promise<void> {
  const { rows } = await sql`select 1 from member where tenant_id = ${tenant} and branch_id = ${branch}
    and status <> 'erased' and length(name) > 1 and position(name in ${closed(text)}) > 0 limit 1`.execute(db)
  if (rows.length === 0) return
  throw new Problem(400, 'names', '原因里写了本支部党员的姓名。操作记录上级也看得到，请改成不写姓名的话')
}

/**
 * Masks in what others wrote the names of the district's members, but of `ownBranch` and of those who let theirs be seen whole. A
 * word that is also a name is masked with it.
 */
export async function masking(
  db: Database,
  tenant: string,
  ownBranch: string,
  texts: readonly string[],
): Promise<(text: string) => string> {
  if (texts.length === 0) return text => text
  const { rows } = await sql<{ name: string }>`select distinct name from member where tenant_id = ${tenant}
    and branch_id <> ${ownBranch} and status <> 'erased' and not unmasked and length(name) > 1
    and position(name in ${closed(texts.join('\n'))}) > 0`.execute(db)
  // A name that holds another comes first.
  const names = rows.map(it => it.name).sort((a, b) => b.length - a.length)
  const written = new Map(names.map(name => [name, new RegExp(apart(name), 'gu')]))
  return text => names.reduce((said, name) => said.replace(written.get(name)!, maskName(name)), text)
}
