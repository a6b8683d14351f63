/** How far a movement is, 0 to 1, that begins at `from` and takes `seconds`. */
export function ramp(now: number, from: number, seconds: number): number {
  return Math.min(1, Math.max(0, (now - from) / seconds))
}

/** A movement that starts and ends gently. */
export function eased(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2
}

/** Seconds in which a word comes. */
const COMING = 0.5

/** How much of a thing is to be seen that comes at `from`. */
export function coming(now: number, from: number): number {
  return ramp(now, from, COMING)
}
