import type { NeedsPage } from '@domain/contract/branch-needs'
import { BRANCH_NEEDS, type BranchNeed } from '@domain/district/branch-needs'
import { formatDay } from '@domain/time/format'

/** What a branch needs a hand with: `10 月的月报还没报`, `2 件实事过了期限`. */
export function needWord(need: BranchNeed, { month, since }: Pick<NeedsPage, 'month' | 'since'>, deeds = 0): string {
  if (need === 'unfiled') return `${Number(month.slice(5))} 月的${BRANCH_NEEDS.unfiled}`
  if (need === 'meeting') return `${formatDay(since)}以来${BRANCH_NEEDS.meeting}`
  return need === 'deeds' && deeds > 0 ? `${deeds} 件${BRANCH_NEEDS.deeds}` : BRANCH_NEEDS[need]
}
