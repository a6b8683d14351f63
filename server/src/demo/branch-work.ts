import type { MemberDay, MemberItem } from '../../../domain/progress/summaries'
import type { MeetingKind } from '../../../domain/contract/meetings'
import { SHELVES } from '../../../domain/catalog/shelves'
import { emptyProgress } from '../../../domain/progress/state'
import { type Day, addDays } from '../../../domain/time/day'
import type { Summary } from '../ingest/recount'
import type { DemoContent } from './content'
import type { DemoMember } from './district'
import { chance, demoMoment } from './study'

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

/** A member's days with the assigned articles in place of others: four in five do as they are asked. */
export function withAssigned(
  member: DemoMember,
  days: readonly MemberDay[],
  assignments: readonly DemoAssignment[],
): MemberDay[] {
  const out = [...days]
  for (const [n, { from, due, items }] of assignments.entries()) {
    if (chance(member.index, n, 21) > 0.8) continue
    const wanted = items.filter(id => id.startsWith('a-') && !out.some(it => it.items.includes(id)))
    for (const [i, it] of out.entries()) {
      const place = it.items.findIndex(id => id.startsWith('a-') && !assignments.some(a => a.items.includes(id)))
      if (wanted.length === 0 || it.day < from || it.day > due || place < 0) continue
      out[i] = { ...it, items: it.items.with(place, wanted.shift()!).sort() }
    }
  }
  return out
}

/** The first time of every item in the days. */
export function demoItems(member: DemoMember, days: readonly MemberDay[]): MemberItem[] {
  const out = new Map<string, MemberItem>()
  for (const { day, items } of days) {
    const at = demoMoment(member, day)
    for (const item of items) {
      if (out.has(item)) continue
      out.set(item, { item, firstAt: at, lastAt: at, seconds: 240, reached: 1, finishedAt: at, finishedDay: day })
    }
  }
  return [...out.values()]
}

/** Answers by shelf as the days count them, and the assigned questions handed in on the day their article was read. */
export function demoSummary(
  member: DemoMember,
  days: readonly MemberDay[],
  assignments: readonly DemoAssignment[],
): Summary {
  const { tally, bests, favourites } = emptyProgress()
  const sets: Summary['sets'] = {}
  for (const [i, { day, answers, correct_answers, items }] of days.entries()) {
    const shelf = SHELVES[(member.index + i) % SHELVES.length]!
    const known = tally[shelf]
    tally[shelf] = { answered: known.answered + answers, correct: known.correct + correct_answers }
    for (const set of assignments.flatMap(it => it.items)) {
      const article = set.startsWith('article:') ? set.slice('article:'.length) : undefined
      if (article && answers > 0 && items.includes(article)) sets[set] ??= { at: demoMoment(member, day), day }
    }
  }
  return { sets, tally, bests, favourites }
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
]

/** Whether and how the member was there: most check in, a few are written down by the secretary. */
export function demoPresence(member: DemoMember, meeting: DemoMeeting): 'code' | 'hand' | undefined {
  if (meeting.back <= 0 || chance(member.index, meeting.back, 31) > 0.85) return undefined
  return member.offline ? 'hand' : 'code'
}
