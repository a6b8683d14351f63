import type { MemberEvent } from '../../../domain/progress/events'
import type { MemberDay } from '../../../domain/progress/summaries'
import { emptyDay, isArticle } from '../../../domain/progress/state'
import { type Day, addDays } from '../../../domain/time/day'
import { momentAt } from '../../../domain/time/moment'
import type { DemoContent } from './content'
import { type DemoMember, demoId } from './district'

/** A number from 0 to 1 that is always the same for the same three numbers. */
export function chance(a: number, b: number, c: number): number {
  let h = (a * 374_761_393 + b * 668_265_263 + c * 2_246_822_519) | 0
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177)
  h = Math.imul(h ^ (h >>> 16), 2_246_822_519)
  return ((h ^ (h >>> 15)) >>> 0) / 4_294_967_296
}

/** How likely a member studies on a day: people differ, and so do branches. */
function eagerness(member: DemoMember, branchIndex: number): number {
  return Math.min(0.95, 0.25 + 0.45 * chance(branchIndex, 1, 7) + 0.4 * chance(member.index, 2, 7))
}

const itemsOf = (list: readonly string[], from: number, count: number) =>
  list.length === 0 ? [] : [...new Set(Array.from({ length: count }, (_, i) => list[(from + i) % list.length]!))]

/** What an invented member did on the day `back` days ago, or nothing. */
export function demoDay(
  member: DemoMember,
  branchIndex: number,
  { articles, episodes }: DemoContent,
  day: Day,
  back: number,
): MemberDay | undefined {
  if (member.offline || chance(member.index, back, 1) > eagerness(member, branchIndex)) return undefined
  const answers = Math.floor(chance(member.index, back, 3) * 12)
  const reads = itemsOf(articles, member.index + back * 3, Math.floor(chance(member.index, back, 4) * 3))
  const listens = itemsOf(episodes, member.index + back, chance(member.index, back, 5) < 0.3 ? 1 : 0)
  return {
    ...emptyDay(day),
    read_seconds: 60 + reads.length * 200 + Math.floor(chance(member.index, back, 6) * 120),
    listen_seconds: listens.length * 400,
    new_articles: reads.length,
    new_episodes: listens.length,
    answers,
    correct_answers: Math.floor(answers * (0.5 + 0.5 * chance(member.index, back, 8))),
    new_sets: answers >= 5 ? 1 : 0,
    items: [...reads, ...listens].sort(),
  }
}

/** When an invented act of the day happened. */
export const demoMoment = (member: DemoMember, day: Day) => momentAt(day, '19:00') + member.index * 1000

/** Raw events of one day, a few a member: enough to look at, counted already in the day. */
export function demoEvents(
  member: DemoMember,
  { day, ...counted }: MemberDay,
  back: number,
  unfinished: string,
): MemberEvent[] {
  const at = demoMoment(member, day)
  const id = (n: number) => demoId(member.index * 1000 + back * 10 + n, 1)
  const base = { at, day }
  // A day without a finished article was spent on the beginning of one.
  const article = counted.items.find(isArticle) ?? unfinished
  return [
    { ...base, id: id(0), kind: 'read', item: article, seconds: counted.read_seconds, reached: 1 },
    ...counted.items.slice(0, 4).map((item, i) => ({ ...base, id: id(i + 1), kind: 'finish' as const, item })),
  ]
}

/** The last `days` days up to `today`, oldest first, with how long ago each was. */
export function demoDays(today: Day, days: number): { day: Day; back: number }[] {
  return Array.from({ length: days }, (_, i) => ({ day: addDays(today, i + 1 - days), back: days - 1 - i }))
}
