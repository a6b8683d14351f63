import { NAME_LIMIT } from '../../../../domain/contract/room-limits'

/** Control, format (zero width, direction of writing), private and unassigned characters, other line ends, marks that pile up. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{M}]/gu

/**
 * A name as it is shown to a room: nothing invisible, nothing that turns the direction of writing or piles up on letters, one
 * line, at most {@link NAME_LIMIT} characters. Empty when nothing is left.
 */
export function cleanName(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').replace(UNSHOWN, '').trim()
  return [...plain].slice(0, NAME_LIMIT).join('').trim()
}

/** A name that nobody in the room has: 王小明, 王小明 2 …  */
export function freeName(name: string, taken: readonly string[]): string {
  for (let n = 2, free = name; ; n++) {
    if (!taken.includes(free)) return free
    const end = ` ${n}`
    free = [...name].slice(0, NAME_LIMIT - end.length).join('') + end
  }
}
