import type { MeetingKind } from '../../domain/contract/meeting-kinds'
import { type Day, addDays } from '../../domain/time/day'
import type { DemoContent } from './content'
import type { DemoMember } from './district'
import { type DemoDay, chance } from './study'

/** An invented assignment; its items were or will be studied between `from` and `due`. */
export interface DemoAssignment {
  title: string
  note: string | null
  from: Day
  due: Day
  items: string[]
}

/** One that is over, one that is running, one with questions, for a branch watched closely. */
export function demoAssignments({ articles, asked }: DemoContent, today: Day, branchIndex: number): DemoAssignment[] {
  const pick = (list: readonly string[], n: number) => list[(branchIndex * 5 + n) % list.length]
  const some = (...items: (string | undefined)[]) => [...new Set(items.filter(it => it !== undefined))]
  const quiz = pick(asked, 40)
  return [
    {
      title: '主题党日前读两篇',
      note: '读完了，主题党日上每人说一句',
      from: addDays(today, -13),
      due: addDays(today, -4),
      items: some(pick(articles, 20), pick(articles, 21)),
    },
    {
      title: '本周共读',
      note: null,
      from: addDays(today, -4),
      due: addDays(today, 3),
      items: some(pick(articles, 60)),
    },
    {
      title: '读一篇，答它的题',
      note: null,
      from: addDays(today, -6),
      due: addDays(today, 10),
      items: some(quiz, quiz && `article:${quiz}`),
    },
  ].filter(it => it.items.length > 0)
}

/** A member's days with the assigned articles and questions among them: four in five do as they are asked. */
export function withAssigned(
  member: DemoMember,
  days: readonly DemoDay[],
  assignments: readonly DemoAssignment[],
): DemoDay[] {
  const out = [...days]
  for (const [n, { from, due, items }] of assignments.entries()) {
    if (chance(member.index, n, 21) > 0.8) continue
    const wanted = items.filter(id => !out.some(it => it.day > from && it.finished.includes(id)))
    const place = out.findIndex(it => it.day > from && it.day <= due && it.finished.length > 0)
    const it = out[place]
    if (it) out[place] = { ...it, finished: [...new Set([...it.finished, ...wanted])].sort() }
  }
  return out
}

/** An invented meeting `back` days ago; one ahead has a negative number. */
export interface DemoMeeting {
  kind: MeetingKind
  title: string
  back: number
  time: string
  place: string
}

export const DEMO_MEETINGS: readonly DemoMeeting[] = [
  { kind: 'theme_day', title: '参观身边的红色地名', back: 12, time: '09:00', place: '社区活动室集合' },
  { kind: 'lecture', title: '一篇文章读懂一个年代', back: 5, time: '15:00', place: '社区活动室' },
  { kind: 'group', title: '说说这周读的两篇', back: 0, time: '19:00', place: '党小组活动室' },
  { kind: 'congress', title: '支部党员大会：学习小结', back: -6, time: '15:00', place: '社区活动室' },
  { kind: 'committee', title: '商定这个月的学习安排', back: 9, time: '17:00', place: '社区活动室' },
]

/** What was written down of the ones that were held. */
export const DEMO_MINUTES = '一、共读两篇，每人说一句最难忘的。二、定下下次由谁领读。三、不用手机的同志由邻座带着看。'

/** The first three of a branch are its committee; it has two 党小组. `place` from 0. */
export const demoPost = (place: number) => ({ committee: place < 3, group: place % 2 === 0 ? '第一组' : '第二组' })

/** Whether and how the member was there: most check in, a few are written down by the secretary, some are on leave. */
export function demoPresence(
  member: DemoMember,
  meeting: DemoMeeting,
  committee: boolean,
): 'code' | 'hand' | 'leave' | undefined {
  if (meeting.back <= 0 || (meeting.kind === 'committee' && !committee)) return undefined
  const drawn = chance(member.index, meeting.back, 31)
  if (drawn > 0.85) return drawn > 0.92 ? 'leave' : undefined
  return member.offline ? 'hand' : 'code'
}
