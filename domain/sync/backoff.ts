const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * Milliseconds until the next try after `failures` failures in a row (1 is the first): doubling from five seconds to a
 * quarter of an hour. `chance` (0–1) spreads the phones of a district that lost the service at the same moment.
 */
export function waitAfter(failures: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(full * (0.5 + chance / 2))
}
