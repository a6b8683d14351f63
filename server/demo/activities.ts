import type pg from 'pg'
import { type Day, addDays } from '../../domain/time/day'
import { momentAt } from '../../domain/time/moment'
import { copyRows } from '../src/database/copy'
import { type DemoMember, demoId } from './district'
import { DEMO_TENANT } from './identities'
import { chance } from './study'

/** An invented activity `back` days ago; one ahead has a negative number. */
export interface DemoActivity {
  kind: string
  title: string
  back: number
  state: string
  /** Days from today to the last day. */
  due?: number
  time?: string
  place?: string
  hours?: number
  words: Record<string, string>
  /** Who took part: so many of the branch in a hundred. */
  there: number
}

/** One of what a branch does, some of it done, some to come, one deed late. */
export const DEMO_ACTIVITIES: readonly DemoActivity[] = [
  {
    kind: 'group-study',
    title: '学党章：党员的权利和义务',
    back: 9,
    state: 'done',
    time: '15:00',
    place: '社区活动室',
    hours: 2,
    words: { materials: '党章第一章' },
    there: 80,
  },
  {
    kind: 'on-site',
    title: '到社区纪念墙前讲一堂课',
    back: 23,
    state: 'done',
    time: '09:00',
    place: '社区纪念墙',
    hours: 2,
    words: {},
    there: 70,
  },
  {
    kind: 'core-group',
    title: '专题：实事求是',
    back: -8,
    state: 'planned',
    time: '16:00',
    place: '党群服务中心',
    words: { materials: '会前发的两篇文章' },
    there: 0,
  },
  {
    kind: 'film',
    title: '一起看一部老片子',
    back: -4,
    state: 'planned',
    time: '19:00',
    place: '社区活动室',
    words: {},
    there: 0,
  },
  {
    kind: 'talk',
    title: '身边的红色故事',
    back: 16,
    state: 'done',
    time: '10:00',
    place: '居民广场',
    words: { audience: '社区居民 40 人' },
    there: 0,
  },
  {
    kind: 'deed',
    title: '给 3 号楼门口装一盏路灯',
    back: 34,
    state: 'doing',
    due: -3,
    words: { for: '几户晚归的居民' },
    there: 0,
  },
  {
    kind: 'deed',
    title: '教老人用手机挂号',
    back: 12,
    state: 'registered',
    due: 10,
    words: { for: '六位老人' },
    there: 0,
  },
  {
    kind: 'deed',
    title: '修活动室漏水的屋顶',
    back: 40,
    state: 'done',
    due: -20,
    words: { for: '常来活动室的居民', result: '找物业换了防水层，下过两场雨没有再漏' },
    there: 0,
  },
]

/** Activities of the branches watched closely, in charge of them one of the branch, and who took part. */
export async function writeActivities(
  client: pg.PoolClient,
  branches: readonly string[],
  members: readonly DemoMember[],
  today: Day,
): Promise<void> {
  const t = DEMO_TENANT
  const all = branches.flatMap((branch, b) => {
    const own = members.filter(it => it.branch === branch)
    const secretary = own.find(it => it.roles.some(({ role }) => role === 'secretary'))!.id
    return DEMO_ACTIVITIES.map((it, i) => ({
      ...it,
      branch,
      secretary,
      id: demoId(b * 20 + i, 4),
      day: addDays(today, -it.back),
      lead: own[(i * 3 + 1) % own.length]!.id,
      took: own.filter(member => chance(member.index, i, 41) * 100 < it.there).map(member => member.id),
    }))
  })
  const written = (it: (typeof all)[number]) =>
    new Date(momentAt(addDays(today, -Math.max(it.back, 0) - 2), '09:00')).toISOString()
  await copyRows(
    client,
    'activity',
    [
      ...['tenant_id', 'branch_id', 'activity_id', 'kind', 'title', 'day', 'time', 'place', 'hours', 'due'],
      ...['lead_id', 'state', 'done', 'words', 'created_by', 'created_at', 'changed_at'],
    ],
    all.map(it => [
      ...[t, it.branch, it.id, it.kind, it.title, it.day, it.time ?? null, it.place ?? null, it.hours ?? null],
      ...[it.due === undefined ? null : addDays(today, it.due), it.lead, it.state, it.state === 'done'],
      ...[JSON.stringify(it.words), it.secretary, written(it), written(it)],
    ]),
  )
  await copyRows(
    client,
    'activity_member',
    ['tenant_id', 'branch_id', 'activity_id', 'member_id'],
    all.flatMap(it => it.took.map(member => [t, it.branch, it.id, member])),
  )
}
