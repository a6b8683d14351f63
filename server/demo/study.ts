import { SHELVES } from '../../domain/catalog/shelves'
import type { Told } from '../src/features/days/rules'
import { type Day, addDays } from '../../domain/time/day'
import type { DemoContent } from './content'
import type { DemoMember } from './district'

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

/** A day as an invented phone has told of it. */
export interface DemoDay extends Told {
  day: Day
}

/** What an invented member did on the day `back` days ago, or nothing. */
export function demoDay(
  member: DemoMember,
  branchIndex: number,
  { articles, episodes }: DemoContent,
  day: Day,
  back: number,
): DemoDay | undefined {
  if (member.offline || chance(member.index, back, 1) > eagerness(member, branchIndex)) return undefined
  // Some have a week without: harvest, hospital, grandchildren.
  if (chance(member.index, Math.floor(back / 7), 9) < 0.25) return undefined
  const answers = Math.floor(chance(member.index, back, 3) * 12)
  const reads = itemsOf(articles, member.index + back * 3, Math.floor(chance(member.index, back, 4) * 3))
  const listens = itemsOf(episodes, member.index + back, chance(member.index, back, 5) < 0.3 ? 1 : 0)
  const shelf = SHELVES[(member.index + back) % SHELVES.length]!
  return {
    day,
    // A day without a finished article or five answers was a glance.
    studied: reads.length > 0 || listens.length > 0 || answers >= 5,
    finished: [...reads, ...listens].sort(),
    answered: answers > 0 ? { [shelf]: answers } : {},
  }
}

/** The last `days` days up to `today`, oldest first, with how long ago each was. */
export function demoDays(today: Day, days: number): { day: Day; back: number }[] {
  return Array.from({ length: days }, (_, i) => ({ day: addDays(today, i + 1 - days), back: days - 1 - i }))
}
