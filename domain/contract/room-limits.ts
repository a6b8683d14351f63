/** Bounds of a room, the same on phones, on the screen and in the service. */

export const ROOM_PLAYERS = 200
/** Places that one address keeps in a full room when others come, unless the screen stands there: a hall is behind one. */
export const ROOM_OF_ADDRESS = 100
/** Browsers that show it and lead it. */
export const ROOM_SCREENS = 8
export const ROOM_QUESTIONS = 40
export const ROOM_TEAMS = 8
/** Characters of a name. */
export const NAME_LIMIT = 12
/** Seconds a question may be open; 0 is until whoever leads closes it. */
export const ROOM_SECONDS = [0, 15, 20, 30, 60] as const
/** Whoever came first in 抢答 has so many seconds. */
export const BUZZ_SECONDS = 20
/** An answer that was given in time may arrive so much later, milliseconds. */
export const GRACE_MS = 500
/** Bytes of one message of a phone or a screen. */
export const MESSAGE_BYTES = 2_000

/** Six digits as people read them out: 319 137. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
