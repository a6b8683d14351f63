import type pg from 'pg'
import type { MemberDay } from '../../../domain/progress/summaries'
import { type Day, daysBetween } from '../../../domain/time/day'
import { copyRows } from '../database/copy'
import type { Org } from '../database/tables'
import { COUNTERS } from '../repositories/day-rows'
import { type DemoAssignment, demoAssignments, demoItems, demoSummary, withAssigned } from './branch-work'
import type { DemoContent } from './content'
import type { DemoMember } from './district'
import { DEMO_TENANT } from './identities'
import { demoDay, demoDays, demoEvents } from './study'
import { writeBranchWork } from './write-branch-work'

/** Raw events, items, assignments and meetings exist for this many branches, events for so many days only. */
const EVENT_BRANCHES = 3
const EVENT_DAYS = 14

/** A member of a branch of which more than the days is invented. */
export interface Watched {
  member: DemoMember
  days: MemberDay[]
  assignments: DemoAssignment[]
}

/** Everybody's days; of the branches watched closely also items, events, assignments and meetings. */
export async function writeStudy(
  client: pg.PoolClient,
  orgs: readonly Org[],
  members: readonly DemoMember[],
  content: DemoContent,
  today: Day,
  days: number,
): Promise<void> {
  const branches = orgs.filter(it => it.type === 'branch').map(it => it.org_id)
  const indexOf = new Map(branches.map((id, i) => [id, i]))
  const assigned = new Map(branches.slice(0, EVENT_BRANCHES).map((id, i) => [id, demoAssignments(content, today, i)]))
  const calendar = demoDays(today, days)
  const watched: Watched[] = []
  function* dayRows() {
    for (const member of members) {
      const plain = calendar.flatMap(
        ({ day, back }) => demoDay(member, indexOf.get(member.branch)!, content, day, back) ?? [],
      )
      const assignments = assigned.get(member.branch)
      const own = assignments ? withAssigned(member, plain, assignments) : plain
      if (assignments) watched.push({ member, days: own, assignments })
      for (const it of own) {
        yield [DEMO_TENANT, member.branch, it.day, member.id, false, ...COUNTERS.map(name => it[name]), it.items]
      }
    }
  }
  const columns = ['tenant_id', 'branch_id', 'day', 'member_id', 'late', ...COUNTERS, 'items']
  await copyRows(client, 'member_day', columns, dayRows())
  await writeWatched(client, watched, content, today)
  await writeBranchWork(client, assigned, watched, today)
}

async function writeWatched(
  client: pg.PoolClient,
  watched: readonly Watched[],
  { articles }: DemoContent,
  today: Day,
): Promise<void> {
  const t = DEMO_TENANT
  function* eventRows() {
    for (const { member, days } of watched) {
      for (const counted of days) {
        const back = daysBetween(counted.day, today)
        for (const event of back < EVENT_DAYS ? demoEvents(member, counted, back, articles[0]!) : []) {
          const { id, at, day, ...body } = event
          const moment = new Date(at).toISOString()
          yield [t, member.id, day, id, member.branch, moment, moment, false, JSON.stringify(body)]
        }
      }
    }
  }
  const of = ['tenant_id', 'member_id', 'day', 'event_id', 'branch_id', 'at', 'received_at', 'late', 'body']
  await copyRows(client, 'event', of, eventRows())
  await copyRows(
    client,
    'member_item',
    ['tenant_id', 'member_id', 'item', 'state'],
    watched.flatMap(({ member, days }) =>
      demoItems(member, days).map(it => [t, member.id, it.item, JSON.stringify(it)]),
    ),
  )
  await copyRows(
    client,
    'member_summary',
    ['tenant_id', 'member_id', 'state'],
    watched.map(({ member, days, assignments }) => [
      t,
      member.id,
      JSON.stringify(demoSummary(member, days, assignments)),
    ]),
  )
}
