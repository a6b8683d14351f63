import { type Day, weekStart } from '../time/day'
import { type Month, monthOf } from '../time/month'
import type { Slip } from './slip'

/** What became of a scanned slip: put in, put in place of an earlier one, or known already (the same or older). */
export type CollectOutcome = 'added' | 'updated' | 'same' | 'older'
export interface Collected {
  slips: Slip[]
  outcome: CollectOutcome
  /** Not the week being collected; kept under its own week. */
  otherWeek: boolean
  /** Not the branch being collected; kept under its own. */
  otherBranch: boolean
  /** Another phone has handed in a slip of this name, branch and week: two members, or one with two phones. */
  namesake: boolean
}

/** What makes two slips the same member's of the same week. */
export function slipKey(slip: Slip): string {
  return JSON.stringify([slip.week, slip.branch, slip.name, slip.tag])
}

/** A week that has not begun cannot have been studied: the date of one of the two phones is wrong. */
export function isAhead(slip: Slip, today: Day): boolean {
  return slip.week > weekStart(today)
}

/** The month that a slip is kept under: that of its Monday. */
export function slipMonth(week: Day): Month {
  return monthOf(week)
}

/** Takes one slip into the collection; `slips` itself stays as it was. `expected` is what the secretary collects now. */
export function collect(slips: readonly Slip[], slip: Slip, expected: { week: Day; branch?: string }): Collected {
  const key = slipKey(slip)
  const known = slips.find(s => slipKey(s) === key)
  const rest = { otherWeek: slip.week !== expected.week, otherBranch: differs(slip.branch, expected.branch) }
  const namesake = slips.some(
    s => s.week === slip.week && s.branch === slip.branch && s.name === slip.name && s.tag !== slip.tag,
  )
  if (!known) return { slips: [...slips, slip], outcome: 'added', namesake, ...rest }
  if (slip.madeAt > known.madeAt) {
    const next = slips.map(s => (s === known ? slip : s))
    return { slips: next, outcome: 'updated', namesake, ...rest }
  }
  return { slips: slips.slice(), outcome: slip.madeAt < known.madeAt ? 'older' : 'same', namesake, ...rest }
}

const differs = (branch: string, expected?: string) => expected !== undefined && branch !== expected
