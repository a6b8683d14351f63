import { NAME_LIMIT } from '../../../../domain/contract/room-limits'
import { shownLine } from '../../../../domain/text/shown'

/** Marks that pile up on letters. */
const MARKS = /\p{M}/gu
/** Whoever leads has no name among the players. */
const LEADS = /^(?:主持[人入]?|组织者|管理员|管理員|系[统統]|hosts?|admins?|system)\d*$/i

/**
 * A name as it is shown to a room: nothing invisible, nothing that turns the direction of writing or piles up on letters, one
 * line, at most {@link NAME_LIMIT} characters. Empty when nothing is left.
 */
export function cleanName(text: string): string {
  const plain = shownLine(text.normalize('NFKC').replace(MARKS, ''))
  return [...plain].slice(0, NAME_LIMIT).join('').trim()
}

/** Whether a name passes for that of whoever leads. */
export const isLeads = (name: string): boolean => LEADS.test(name.replace(/[^\p{L}\p{N}]/gu, ''))

/** A name that nobody in the room has: 王小明, 王小明 2 …  */
export function freeName(name: string, taken: readonly string[]): string {
  for (let n = 2, free = name; ; n++) {
    if (!taken.includes(free)) return free
    const end = ` ${n}`
    free = [...name].slice(0, NAME_LIMIT - end.length).join('') + end
  }
}
