import { ROOM_OF_ADDRESS } from '../../../../domain/contract/room-limits'
import { absentees, idlers, type RoomState } from '../../../../domain/room/game'
import { subscriberOf } from '../../auth/subscriber'

interface Full {
  state: RoomState
  /** Players whose phone is connected. */
  here: ReadonlyMap<string, unknown>
  /** From which address each player came. */
  from: ReadonlyMap<string, string>
  /** Addresses of the screens. */
  screens: Iterable<string>
}

/**
 * Whose place somebody takes who comes from `address` into a full room: that of one who is not connected, else of an address that
 * has more than its share, where no screen stands. Whoever has done nothing gives way, there the latest. Undefined for nobody's.
 */
export function whoGivesWay({ state, here, from, screens }: Full, address: string): string | undefined {
  const [absent] = absentees(state, here)
  if (absent !== undefined) return absent
  const whose = (player: string) => subscriberOf(from.get(player) ?? '')
  const kept = new Set(['', subscriberOf(address), ...[...screens].map(subscriberOf)])
  const counts = new Map<string, number>()
  for (const player of Object.keys(state.players)) counts.set(whose(player), (counts.get(whose(player)) ?? 0) + 1)
  return idlers(state)
    .reverse()
    .find(it => !kept.has(whose(it)) && counts.get(whose(it))! > ROOM_OF_ADDRESS)
}
