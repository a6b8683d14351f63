import type { Candidate } from './classify'

export interface Move {
  /** Milliseconds. */
  since: number
  branch: string
}

/** The branch a member belonged to at `at` (milliseconds): moves are ascending, the first holds for all time before it. */
export function branchAt(moves: readonly Move[], at: number, current: string): string {
  let branch = moves[0]?.branch ?? current
  for (const move of moves) if (move.since <= at) branch = move.branch
  return branch
}

/** The events by the branch they count for. */
export function byBranch(
  events: readonly Candidate[],
  moves: readonly Move[],
  current: string,
): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of events) {
    const branch = branchAt(moves, candidate.event.at, current)
    groups.set(branch, [...(groups.get(branch) ?? []), candidate])
  }
  return groups
}
