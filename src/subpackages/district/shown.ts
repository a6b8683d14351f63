import type { OrgRow } from '@domain/contract/orgs'
import { SMALLEST_TOLD } from '@domain/contract/limits'
import { rowsAtOnce } from '@/components/rows-at-once'

/** Lines at once, of those that are here already. */
export const LINES = rowsAtOnce(6)

/** Rows of a table at once: about 24 cells with the head, a tap's budget. */
export const tableRows = (columns: number) => rowsAtOnce(Math.max(2, Math.floor(20 / columns) - 1))

/** What an organisation is made of, and of how much of it nothing is told; undefined of a time from which there is nothing. */
export function sizeWords({ type, branches, small }: OrgRow): string | undefined {
  if (type === 'branch') return small > 0 ? `不足 ${SMALLEST_TOLD} 人，不显示人数` : undefined
  if (branches === 0) return undefined
  return `${branches} 个支部${small > 0 ? `，其中 ${small} 个不足 ${SMALLEST_TOLD} 人，不计在内` : ''}`
}
