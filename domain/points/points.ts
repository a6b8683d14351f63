import type { MemberDay } from '../progress/summaries'
import type { PointsCounter, PointsRule, PointsRuleSet } from '../catalog/points-rules'

export interface PointsLine {
  rule: PointsRule
  /** The day's counter, in its own unit. */
  count: number
  points: number
  /** The rule's daily cap took something away. */
  capped: boolean
}
export interface DayPoints {
  total: number
  lines: PointsLine[]
  /** The day's cap took something away. */
  capped: boolean
}

/** The rule set in force on `day`: the latest that starts on or before it, or none. */
export function ruleSetOn(ruleSets: readonly PointsRuleSet[], day: string): PointsRuleSet | undefined {
  let found: PointsRuleSet | undefined
  for (const set of ruleSets) if (set.from <= day && (!found || set.from >= found.from)) found = set
  return found
}

/** What a rule counts. Watching earns as listening does. */
function counterOf(day: MemberDay, counter: PointsCounter): number {
  return counter === 'listen_seconds' ? day.listen_seconds + day.watch_seconds : day[counter]
}

/**
 * A day's points: for each rule of the set in force, whole multiples of `per` times `points`, up to the rule's cap; the
 * sum up to the day's cap. No rule set, no points. Rule: our own, content/rules/points.yml and
 * docs/decisions/0020-points.md.
 */
export function pointsOf(day: MemberDay, ruleSets: readonly PointsRuleSet[]): DayPoints {
  const set = ruleSetOn(ruleSets, day.day)
  if (!set) return { total: 0, lines: [], capped: false }
  const lines = set.rules.map((rule): PointsLine => {
    const count = counterOf(day, rule.counter)
    const earned = Math.max(0, Math.floor(count / rule.per)) * rule.points
    return { rule, count, points: Math.min(earned, rule.dailyCap), capped: earned > rule.dailyCap }
  })
  const sum = lines.reduce((n, line) => n + line.points, 0)
  return { total: Math.min(sum, set.dailyCap), lines, capped: sum > set.dailyCap }
}

/** Counters that answering moves. */
const ANSWERING: PointsCounter[] = ['correct_answers', 'new_sets', 'reviews']

/** What of a day's points answering earned; never more than the day's total. */
export function answeringPoints({ lines, total }: DayPoints): number {
  const earned = lines.filter(line => ANSWERING.includes(line.rule.counter)).reduce((n, line) => n + line.points, 0)
  return Math.min(earned, total)
}
