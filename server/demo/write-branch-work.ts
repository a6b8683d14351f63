import type pg from 'pg'
import { type Day, addDays } from '../../domain/time/day'
import { momentAt } from '../../domain/time/moment'
import { copyRows } from '../src/database/copy'
import { USUAL_HOURS } from '../../domain/branch/branch-rules'
import { DEMO_MEETINGS, DEMO_MINUTES, type DemoAssignment, demoPost, demoPresence } from './branch-work'
import { DEMO_TENANT } from './identities'
import { type DemoMember, demoId } from './district'

/** Assignments, meetings and who was there, of the branches watched closely. */
export async function writeBranchWork(
  client: pg.PoolClient,
  assigned: ReadonlyMap<string, readonly DemoAssignment[]>,
  members: readonly DemoMember[],
  today: Day,
): Promise<void> {
  const t = DEMO_TENANT
  const meetings = [...assigned.keys()].flatMap((branch, b) =>
    DEMO_MEETINGS.map((it, i) => ({ ...it, branch, id: demoId(b * 10 + i, 3), day: addDays(today, -it.back) })),
  )
  const secretary = (branch: string) =>
    members.find(it => it.branch === branch && it.roles.some(({ role }) => role === 'secretary'))!.id
  const places = new Map<string, number>()
  for (const branch of assigned.keys()) {
    members.filter(it => it.branch === branch).forEach((it, place) => places.set(it.id, place))
  }
  const committee = (it: DemoMember) => demoPost(places.get(it.id)!).committee
  const begun = (day: string) => new Date(momentAt(day, '09:00')).toISOString()
  await copyRows(
    client,
    'assignment',
    ['tenant_id', 'branch_id', 'assignment_id', 'title', 'note', 'due', 'items', 'created_by', 'created_at'],
    [...assigned].flatMap(([branch, list], b) =>
      list.map((it, i) => {
        const id = demoId(b * 10 + i, 2)
        return [t, branch, id, it.title, it.note, it.due, it.items, secretary(branch), begun(it.from)]
      }),
    ),
  )
  await copyRows(
    client,
    'meeting',
    [
      'tenant_id',
      'branch_id',
      'meeting_id',
      'kind',
      'title',
      'day',
      'time',
      'place',
      'created_by',
      'created_at',
      'hours',
      'chair',
      'minutes',
    ],
    meetings.map(it => {
      const held = it.back > 0
      const written = [USUAL_HOURS[it.kind], held ? secretary(it.branch) : null, held ? DEMO_MINUTES : null]
      const planned = begun(addDays(today, -Math.max(it.back, 0) - 3))
      return [
        t,
        it.branch,
        it.id,
        it.kind,
        it.title,
        it.day,
        it.time,
        it.place,
        secretary(it.branch),
        planned,
        ...written,
      ]
    }),
  )
  const presence = (member: DemoMember, meeting: (typeof meetings)[number]) =>
    member.branch === meeting.branch ? demoPresence(member, meeting, committee(member)) : undefined
  await copyRows(
    client,
    'member_post',
    ['tenant_id', 'branch_id', 'member_id', 'since', 'committee', 'party_group'],
    members.map(it => {
      const post = demoPost(places.get(it.id)!)
      return [t, it.branch, it.id, new Date(0).toISOString(), post.committee, post.group]
    }),
  )
  await copyRows(
    client,
    'meeting_leave',
    ['tenant_id', 'branch_id', 'meeting_id', 'member_id', 'reason', 'note', 'recorded_by', 'recorded_at'],
    meetings.flatMap(meeting =>
      members
        .filter(member => presence(member, meeting) === 'leave')
        .map(member => {
          const word = member.index % 2 === 0 ? 'family' : 'work'
          return [t, meeting.branch, meeting.id, member.id, word, null, secretary(meeting.branch), begun(meeting.day)]
        }),
    ),
  )
  await copyRows(
    client,
    'meeting_presence',
    ['tenant_id', 'branch_id', 'meeting_id', 'member_id', 'at', 'marked_by', 'reason'],
    meetings.flatMap(meeting =>
      members.flatMap(member => {
        const how = presence(member, meeting)
        if (!how || how === 'leave') return []
        const at = new Date(momentAt(meeting.day, `${meeting.time.slice(0, 2)}:${member.index % 15}`)).toISOString()
        const word = how === 'hand' ? [secretary(meeting.branch), '没有带手机'] : [null, null]
        return [[t, meeting.branch, meeting.id, member.id, at, ...word]]
      }),
    ),
  )
}
