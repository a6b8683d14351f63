import type pg from 'pg'
import type { Day } from '../../domain/time/day'
import { copyRows } from '../src/database/copy'
import type { Org } from '../src/database/tables'
import { type DemoAssignment, demoAssignments, withAssigned } from './branch-work'
import type { DemoContent } from './content'
import { type DemoMember, demoId } from './district'
import { DEMO_TENANT } from './identities'
import { demoDay, demoDays } from './study'

/** Assignments and meetings exist for this many branches only. */
const WATCHED = 3

/** The assignments of the branches watched closely, by branch. */
export function watchedBranches(orgs: readonly Org[], content: DemoContent, today: Day): Map<string, DemoAssignment[]> {
  const branches = orgs.filter(it => it.type === 'branch').map(it => it.org_id)
  return new Map(branches.slice(0, WATCHED).map((id, i) => [id, demoAssignments(content, today, i)]))
}

/** Everybody's days, as one phone each has told of them. */
export async function writeStudy(
  client: pg.PoolClient,
  orgs: readonly Org[],
  members: readonly DemoMember[],
  content: DemoContent,
  assigned: ReadonlyMap<string, readonly DemoAssignment[]>,
  today: Day,
  days: number,
): Promise<void> {
  const indexOf = new Map(orgs.filter(it => it.type === 'branch').map((it, i) => [it.org_id, i]))
  const calendar = demoDays(today, days)
  function* dayRows() {
    for (const member of members) {
      const plain = calendar.flatMap(
        ({ day, back }) => demoDay(member, indexOf.get(member.branch)!, content, day, back) ?? [],
      )
      const device = demoId(member.index, 4)
      for (const { day, ...told } of withAssigned(member, plain, assigned.get(member.branch) ?? [])) {
        const { studied, finished, answered } = told
        const devices = JSON.stringify({ [device]: told })
        yield [DEMO_TENANT, member.id, day, devices, studied, finished, JSON.stringify(answered)]
      }
    }
  }
  const columns = ['tenant_id', 'member_id', 'day', 'devices', 'studied', 'finished', 'answered']
  await copyRows(client, 'member_day', columns, dayRows())
}
