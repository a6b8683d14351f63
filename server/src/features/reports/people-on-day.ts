import { sql } from 'kysely'
import { NAMES_SAID } from '../../../../domain/contract/limits'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'
import { formatFullDay } from '../../../../domain/time/format'
import { Problem } from '../../auth/problem'
import type { Database } from '../../database/pool'
import { among, wasInOnDay } from './membership'

/**
 * Those of `members` with a past in the branch, held, and whether they were in it on the day; on one to come, whether they are now.
 * `later`: they are in it now and stood on no roster of the district by the day's end, so that what they did with the branch before
 * somebody wrote them down can be theirs. Erased ones have no past.
 */
export async function peopleOnDay(db: Database, tenant: string, branch: string, members: readonly string[], day: Day) {
  const end = new Date(dayStart(addDays(day, 1)))
  const { rows } = await sql<{ name: string; there: boolean; later: boolean }>`select m.name,
      ${wasInOnDay(tenant, branch, day, 'm.member_id')} as there,
      m.branch_id = ${branch} and m.status = 'active' and not exists (select 1 from member_move v
        where v.tenant_id = ${tenant} and v.member_id = m.member_id and v.since < ${end}) as later
    from member m where m.tenant_id = ${tenant} and ${among(members, 'm.member_id')}
      and m.status <> 'erased' and exists (select 1
      from member_move v where v.tenant_id = ${tenant} and v.branch_id = ${branch} and v.member_id = m.member_id)
    order by m.name for share of m`.execute(db)
  return rows
}

/** Names in a sentence: 甲、乙, of many the first and how many. */
export const namesOf = (names: readonly string[]): string =>
  names.slice(0, NAMES_SAID).join('、') + (names.length > NAMES_SAID ? `等${names.length}位` : '')

/** These were not in the branch on the day. */
export function notThen(day: Day, names: readonly string[]): Problem {
  return new Problem(
    400,
    'not_then',
    `${formatFullDay(day)}，${namesOf(names)}不在本支部，不能补记。请换一天，或者不选`,
  )
}
